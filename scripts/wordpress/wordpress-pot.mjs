/** The words of the WordPress plugin for translators, in gettext's format. Every build reads them from the plugin's files. */
const DOMAIN = 'digital-skills-guide'
const CALL = new RegExp(String.raw`\b(?:__|esc_html_e|esc_html__)\(\s*(['"])((?:\\.|(?!\1).)*)\1,\s*'${DOMAIN}'`, 'g')
const NOTE = /\/\* (translators: .*?) \*\/[^;]*$/

/**
 * Words that are to be translated, with their place. `note` is for the translator.
 *
 * @typedef {{words: string, line: number, context?: string, note?: string}} Found
 * @typedef {Found & {places: string[]}} Entry
 */

/**
 * @param {{path: string, text: string}[]} files - PHP, JavaScript and block.json of the plugin
 * @param {string} version
 */
export function translationTemplate(files, version) {
  /** @type {Map<string, Entry>} */
  const entries = new Map()
  for (const {path, text} of files) {
    for (const found of path.endsWith('.json') ? blockWords(text) : callsIn(text)) {
      const key = `${found.context ?? ''}\u0004${found.words}`
      const entry = entries.get(key)
      entries.set(key, {...entry ?? found, places: [...entry?.places ?? [], `${path}:${found.line}`]})
    }
  }
  return [head(version), ...[...entries.values()].map(entryText)].join('\n')
}

/**
 * @param {string} text
 * @returns {Found[]}
 */
function callsIn(text) {
  return [...text.matchAll(CALL)].map(({index, 2: words = ''}) => {
    const before = text.slice(0, index)
    return {words: words.replace(/\\(['"\\])/g, '$1'), line: before.split('\n').length, note: NOTE.exec(before.slice(-300))?.[1]}
  })
}

/**
 * The words of a `block.json`, with the contexts by which WordPress looks up their translations.
 *
 * @param {string} text
 * @returns {Found[]}
 */
function blockWords(text) {
  /** @type {{title: string, description: string, keywords: string[]}} */
  const {title, description, keywords} = JSON.parse(text)
  return [
    {words: title, context: 'block title'},
    {words: description, context: 'block description'},
    ...keywords.map(words => ({words, context: 'block keyword'})),
  ].map(entry => ({...entry, line: text.slice(0, text.indexOf(JSON.stringify(entry.words))).split('\n').length}))
}

/** @param {Entry} entry */
function entryText({words, context, note, places}) {
  return [
    ...note ? [`#. ${note}`] : [],
    `#: ${places.join(' ')}`,
    ...context ? [`msgctxt ${JSON.stringify(context)}`] : [],
    `msgid ${JSON.stringify(words)}`,
    'msgstr ""\n',
  ].join('\n')
}

/** @param {string} version */
function head(version) {
  return `msgid ""
msgstr ""
"Project-Id-Version: Digital skills guide ${version}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Domain: ${DOMAIN}\\n"
`
}
