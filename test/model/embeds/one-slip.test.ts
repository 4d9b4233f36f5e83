import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import fc from 'fast-check'
import {embedFaultStrings} from '../../../components/elements/shared/words/embed-faults.strings.js'
import {embedFaults} from '../../../components/model/embeds/embed-faults.js'
import {readPage} from '../../../components/model/embeds/read-page.js'
import {frameCode, scriptCode} from '../../../components/model/guide/embed-code.js'
import {PARTS} from '../../../components/model/guide/parts.js'
import {PAGE, SITE} from './known-site.js'
import {EMBEDS} from './right-pages.js'

/** A letter dropped, added, changed, or swapped with the next. */
const slip = fc.record({
  kind: fc.constantFrom('drop', 'add', 'change', 'swap'), at: fc.nat(), letter: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
})
type LetterSlip = typeof slip extends fc.Arbitrary<infer T> ? T : never

function slipped(word: string, {kind, at, letter}: LetterSlip): string {
  const i = at % word.length
  switch (kind) {
    case 'drop': return word.slice(0, i) + word.slice(i + 1)
    case 'add': return word.slice(0, i) + letter + word.slice(i)
    case 'change': return word.slice(0, i) + letter + word.slice(i + 1)
    default: return word.slice(0, i) + (word[i + 1] ?? '') + word[i] + word.slice(i + 2)
  }
}

/** Every wrong spelling is told, and with it what is right. */
function tells(html: string, meant: string): void {
  const words = embedFaults(readPage(html), PAGE).map(fault => embedFaultStrings.en[fault.code](fault)).join('\n')
  assert.ok(words.includes(meant), `"${meant}" is not in "${words}" about:\n${html}`)
}

const named = EMBEDS.filter(({show}) => PARTS[show].names)
const options = {seed: 17, numRuns: 400}

function holds<T>(title: string, arbitrary: fc.Arbitrary<T>, check: (value: T) => void): void {
  it(title, () => { fc.assert(fc.property(arbitrary, check), options) })
}

describe('code with one slip is told, and what it was meant to be', () => {
  holds('in the tag', fc.tuple(fc.constantFrom(...EMBEDS), slip), ([embed, letters]) => {
    const tag = `dsg-${embed.show}`
    const wrong = slipped(tag, letters)
    fc.pre(wrong !== tag)
    tells(scriptCode(embed, SITE).replaceAll(tag, wrong), `<${tag}>`)
  })

  holds('in the start tag alone, or in the end tag alone', fc.tuple(fc.constantFrom(...EMBEDS), slip, fc.boolean()), ([embed, letters, isEnd]) => {
    const tag = `dsg-${embed.show}`
    const wrong = slipped(tag, letters)
    fc.pre(wrong !== tag)
    tells(scriptCode(embed, SITE).replace(isEnd ? `</${tag}` : `<${tag}`, isEnd ? `</${wrong}` : `<${wrong}`), isEnd ? `</${tag}>` : `<${tag}>`)
  })

  holds('in the name of an attribute', fc.tuple(fc.constantFrom(...named), slip, fc.boolean()), ([embed, letters, isSrc]) => {
    const name = isSrc ? 'src' : PARTS[embed.show].names!
    const wrong = slipped(name, letters)
    fc.pre(wrong !== name && wrong !== '')
    tells(scriptCode(embed, SITE).replace(new RegExp(`(<dsg-[^>]* )${name}=`), `$1${wrong}=`), `"${name}"`)
  })

  holds('in an id', fc.tuple(fc.constantFrom(...named), slip, fc.boolean()), ([embed, letters, isFrame]) => {
    const wrong = slipped(embed.id!, letters)
    fc.pre(wrong !== embed.id)
    const code = isFrame ? frameCode(embed, SITE) : scriptCode(embed, SITE).replace(/ {2}<p>.*/, '')
    tells(code.replace(embed.id!, wrong), `"${embed.id}"`)
  })

  const files = ['dsg.js', 'guide.json', 'themes/nhs.css'] as const
  holds('in the name of a file', fc.tuple(fc.constantFrom(...EMBEDS), slip, fc.constantFrom(...files)), ([embed, letters, file]) => {
    const wrong = slipped(file, letters)
    fc.pre(wrong !== file && !wrong.startsWith('/'))
    tells(scriptCode({...embed, theme: 'nhs'}, SITE).replace(file, wrong), file)
  })

  holds('in the query of a frame', fc.tuple(fc.constantFrom(...EMBEDS), slip), ([embed, letters]) => {
    const wrong = slipped('show', letters)
    fc.pre(wrong !== 'show')
    tells(frameCode(embed, SITE).replace('show=', `${wrong}=`), wrong)
  })

  const needed: readonly [from: RegExp | string, says: string][] = [
    [/(?<=<dsg-[^>]*) src="[^"]*"/, 'src="'], [' type="module"', 'type="module"'], [/<script.*/, 'dsg.js'], [/ src="[^"]*dsg\.js"/, 'src'],
    [' rel="stylesheet"', 'rel="stylesheet"'], ['type="module"', 'type="module"'],
  ]
  holds('by something that is gone', fc.tuple(fc.constantFrom(...EMBEDS), fc.constantFrom(...needed)), ([embed, [from, says]]) => {
    tells(scriptCode({...embed, theme: 'trust'}, SITE).replace(from, ''), says)
  })

  const forms = ['defer', 'async', 'type="text/javascript"', 'type="text/javascript" defer', 'nomodule', 'type=""', 'type="modules"', 'type="text/module"']
  holds('in the form of the script', fc.tuple(fc.constantFrom(...EMBEDS), fc.constantFrom(...forms)), ([embed, form]) => {
    tells(scriptCode(embed, SITE).replace('type="module"', form), 'type="module"')
  })

  const quotes = [['“', '”'], ['”', '”'], ['„', '“'], ['‘', '’'], ['«', '»'], ['&ldquo;', '&rdquo;'], ['&quot;', '&quot;'], ['"', '”'], ['“', '"']] as const
  holds('in a pair of quote marks', fc.tuple(fc.constantFrom(...named), fc.constantFrom(...quotes), fc.nat(1)), ([embed, [open, close], which]) => {
    let at = 0
    const code = scriptCode(embed, SITE).replace(/<dsg-[^>]*>/, tag => tag.replace(/="([^"]*)"/g, (all, value: string) =>
      at++ === which ? `=${open}${value}${close}` : all))
    tells(code, `<dsg-${embed.show}>`)
  })
})
