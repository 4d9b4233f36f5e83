import assert from 'node:assert/strict'
import {execFileSync, type ExecFileException} from 'node:child_process'
import {cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join, relative} from 'node:path'
import {after, before, describe, it} from 'node:test'
import {REPOSITORY} from '../../cli/terminal/paths.js'
import {slashed} from '../../cli/terminal/slashed.mjs'

/**
 * Templates take any value, so the compiler does not see what becomes an address. In a copy of the sources, each such value is
 * given a type here, and the compiler then says which are not of type `Address`.
 */

const NAMES = 'href|src|srcset|srcdoc|action|formaction|poster|data|cite|ping|background|xlink:href'

/** `href=${…}`, also as a property. */
const IN_TEMPLATE = new RegExp(`(?<=[\\s"'.])(?:${NAMES})=\\$\\{`, 'gi')
/** `href="…${…}`: only part of it is a value, or it is text that is escaped by hand. */
const QUOTED = new RegExp(`(?<=[\\s"'.])(?:${NAMES})=["'][^"'\`$<>]*\\$\\{`, 'gi')
/** What takes an address in a script, up to where that begins. `location.hash` leads nowhere else whatever it is set to. */
const IN_SCRIPT = [
  /\.(?:href|src|srcset|srcdoc|action|formAction) = /g,
  /\blocation(?:\.(?!hash\b)\w+)? = /g,
  /\b(?:location\.(?:assign|replace)|window\.open|navigation\.navigate)\(/g,
  /\bhistory\.(?:push|replace)State\([^\n]*?, '', /g,
  /\.setAttribute\('(?:href|src|action|formaction)', /g,
]

/**
 * Text of HTML files, which the build writes: its values are escaped, and lead to files beside the page or into it. A new one
 * has to be looked at.
 */
const QUOTED_KNOWN = [
  'model/guide/embed-code.ts: href="${escaped(site)', 'model/guide/embed-code.ts: src="${escaped(site)',
  'model/guide/embed-code.ts: href="${escaped(pageAddress(embed, site))', 'model/guide/embed-code.ts: src="${escaped(frameAddress(embed, site))',
  'site/html.ts: href="${root', 'site/html.ts: src="${root', 'site/html.ts: href="${escapeHtml(canonicalAddress(page.place, site))',
  'site/preload.ts: href="${root',
  'site/module-page.ts: href="#page-${id', 'site/questions.ts: href="#answer-${question.id', 'site/questions.ts: href="#question-${question.id',
]

let copy = ''
let found = 0

/** The end of an expression: where a bracket closes that it does not open, or a comma or a line ends it. */
function endOf(text: string, from: number, ends: string): number {
  let depth = 0
  for (let i = from; i < text.length; i++) {
    const c = text[i]!
    if (depth === 0 && ends.includes(c)) return i
    if (c === '\'' || c === '"') i = text.indexOf(c, i + 1)
    else if (c === '`') i = endOfTemplate(text, i + 1)
    else if ('([{'.includes(c)) depth++
    else if (')]}'.includes(c)) depth--
  }
  return text.length
}

function endOfTemplate(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    if (text[i] === '\\') i++
    else if (text[i] === '`') return i
    else if (text.startsWith('${', i)) i = endOf(text, i + 2, '}')
  }
  return text.length
}

/** The text with each value that becomes an address marked, for the compiler to look at. */
function marked(text: string, file: string): string {
  const places: [start: number, end: number][] = []
  const add = (start: number, ends: string) => {
    const end = endOf(text, start, ends)
    const isWords = /^'[^']*'$/.test(text.slice(start, end).trim())
    if (!isWords) places.push([start, end])
  }
  for (const match of text.matchAll(IN_TEMPLATE)) add(match.index + match[0].length, '}')
  for (const pattern of IN_SCRIPT) for (const match of text.matchAll(pattern)) add(match.index + match[0].length, '\n,)')
  found += places.length
  const way = relative(dirname(file), 'model/guide/document.js')
  const type = `import('${slashed(way.startsWith('.') ? way : `./${way}`)}').Address | typeof import('lit').nothing | undefined`
  for (const [start, end] of places.sort(([a], [b]) => b - a)) {
    text = `${text.slice(0, start)}((${text.slice(start, end)}) satisfies ${type})${text.slice(end)}`
  }
  return text
}

/** What the compiler says about the copy: a file and a line for each fault. */
function faults(): string[] {
  try {
    execFileSync(process.execPath, [join(REPOSITORY, 'node_modules/typescript/bin/tsc'), '-p', 'components'], {cwd: copy, encoding: 'utf8'})
    return []
  } catch (error) {
    return (error as ExecFileException & {stdout: string}).stdout.split('\n').filter(line => /^\S/.test(line))
  }
}

describe('what becomes an address', () => {
  before(() => {
    copy = mkdtempSync(join(tmpdir(), 'dsg-addresses-'))
    cpSync(join(REPOSITORY, 'tsconfig.json'), join(copy, 'tsconfig.json'))
    cpSync(join(REPOSITORY, 'package.json'), join(copy, 'package.json'))
    symlinkSync(join(REPOSITORY, 'node_modules'), join(copy, 'node_modules'), 'junction')
    cpSync(join(REPOSITORY, 'components'), join(copy, 'components'), {recursive: true})
    for (const file of sources()) {
      const path = join(copy, 'components', file)
      writeFileSync(path, marked(readFileSync(path, 'utf8'), file))
    }
  })
  after(() => rmSync(copy, {recursive: true, force: true}))

  it('is of type Address, which says that it was checked, wherever there is one', () => {
    assert.ok(found >= 40, `only ${found} found`)
    assert.deepEqual(faults(), [])
  })

  it('is seen when it is not: in templates, in scripts, in the history', () => {
    const path = 'elements/planted/planted.ts'
    mkdirSync(dirname(join(copy, 'components', path)))
    writeFileSync(join(copy, 'components', path), marked(`
      import {html} from 'lit'
      export const bad = (address: string, link: HTMLAnchorElement) => {
        link.href = address
        link.setAttribute('href', address.trim())
        location.assign(address)
        window.open(address)
        history.pushState(null, '', address)
        return [
          html\`<a href=\${address}>x</a>\`, html\`<img src=\${\`\${address}{\`}>\`, html\`<form action=\${{address}.address}></form>\`,
          html\`<a href=\${address.startsWith('}') ? address : address}>x</a>\`,
        ]
      }
    `, path))
    assert.equal(faults().filter(line => line.includes('planted.ts')).length, 9)
    rmSync(dirname(join(copy, 'components', path)), {recursive: true})
  })

  it('in the text of HTML files is one of those that are known', () => {
    const quoted = sources().flatMap(file => {
      const text = readFileSync(join(REPOSITORY, 'components', file), 'utf8')
      return [...text.matchAll(QUOTED)].map(({0: start, index}) =>
        `${file}: ${start}${text.slice(index + start.length, endOf(text, index + start.length, '}'))}`)
    })
    assert.deepEqual([...new Set(quoted)].sort(), [...QUOTED_KNOWN].sort())
  })
})

function sources(): string[] {
  return readdirSync(join(REPOSITORY, 'components'), {recursive: true, encoding: 'utf8'}).map(file => slashed(file))
    .filter(file => file.endsWith('.ts')).sort()
}
