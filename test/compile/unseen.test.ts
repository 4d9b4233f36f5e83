import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import fc from 'fast-check'
import {britishEnglish} from '../../cli/publish/dictionary.js'
import {compileForPublishing} from '../../cli/publish/compile-for-publishing.js'
import {compileGuide, type SourceFile} from '../../components/compile/guide/compile-guide.js'
import {applyFixes} from '../../components/compile/source/apply-fixes.js'
import {slug} from '../../components/compile/source/ids.js'
import {SourceText} from '../../components/compile/source/source-text.js'
import type {Diagnostic} from '../../components/model/guide/diagnostic.js'
import {styleDiagnostics} from '../../components/style/style-diagnostics.js'
import {smallGuide} from './content.js'

const UNSEEN = ['\u200b', '\u2060', '\ufeff', '\u00ad', '\u200c', '\u200d', '\u200e', '\ufe0f', '\u180e', '\u{e0061}']
const {content} = compileForPublishing('content')
const dictionary = britishEnglish()

/** All that is said of some files: the guide, and what is wrong with it. */
function readAll(files: readonly SourceFile[]) {
  const {guide, diagnostics} = compileGuide(files)
  return {guide, diagnostics: [...diagnostics, ...styleDiagnostics(files, guide, {dictionary})]}
}

const isUnseen = ({message}: Diagnostic): boolean => message.includes('characters that cannot be seen')
const isNote = ({code}: Diagnostic): boolean => code === 'word-paste'
/** A fault without what the characters may move: its column, and where its fix begins. */
const faults = (diagnostics: readonly Diagnostic[]) => diagnostics.filter(each => !isNote(each))
  .map(({file, line, code, severity, message, advice, fix}) => ({file, line, code, severity, message, advice, hasFix: !!fix}))

/** A file with unseen characters put in where letters are Latin, and the lines that have some. */
function strewn({text, ...file}: SourceFile, random: () => number): {file: SourceFile; lines: number[]} {
  const isLatin = (char = ''): boolean => /^[\0-\u017f\u2010-\u201f]?$/.test(char)
  const mixed = [...text].map((char, i, chars) => random() < 0.01 && isLatin(char) && isLatin(chars[i - 1])
    ? UNSEEN[Math.floor(random() * UNSEEN.length)]! + char : char).join('')
  const given = mixed.split('\n')
  return {file: {...file, text: mixed}, lines: text.split('\n').flatMap((line, i) => line === given[i] ? [] : [i + 1])}
}

/** Numbers from 0 to 1 that are the same each time (a linear congruential generator, as in Numerical Recipes). */
function seeded(seed: number): () => number {
  let state = seed
  return () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32
}

/** In these every line is read. What editors write for each other is passed over. */
const isRead = ({path}: SourceFile): boolean => !/readme\.md$|pathway\.md$/i.test(path)

describe('a guide with characters that nobody sees', () => {
  it('is the guide without them, with one note a line and a fix that brings each file back', () => {
    const clean = readAll(content.files)
    const random = seeded(17)
    const dirty = content.files.map(file => strewn(file, random))
    const {guide, diagnostics} = readAll(dirty.map(({file}) => file))
    assert.deepEqual(guide, clean.guide)
    assert.deepEqual(faults(diagnostics), faults(clean.diagnostics))
    for (const [i, {file, lines}] of dirty.entries()) {
      if (!isRead(file)) continue
      const notes = diagnostics.filter(each => each.file === file.path && isUnseen(each))
      assert.deepEqual(notes.map(({line}) => line), lines, file.path)
      assert.deepEqual(applyFixes(file.text, notes), {text: content.files[i]!.text, applied: lines.length})
    }
  })

  it('has each fault where it is in the file as it was given', () => {
    const text = '\u200b---\nid: a\u2060\ntitle: \u200bA\nbad\u200b: x\n---\u200b\n\n# A\n\n\ufeff## B\u200b [c](module:\u2060no) {{\u200b}} d\n'
    const {diagnostics} = compileGuide(smallGuide({'pathways/basics/first.md': text}))
    const at = diagnostics.filter(({file}) => file.endsWith('first.md')).map(({line, column, code}) => `${line}:${column} ${code}`)
    for (const expected of ['1:1 word-paste', '2:6 word-paste', '3:8 word-paste', '4:1 unknown-key', '4:4 word-paste', '5:4 word-paste',
      '9:1 word-paste', '9:8 link-to-nowhere']) {
      assert.ok(at.includes(expected), `${expected} in ${at.join(', ')}`)
    }
    assert.equal(new Set(at.filter(each => each.endsWith('paste'))).size, 6)
    assert.ok(!at.some(each => /front-matter|missing-id/.test(each)), at.join(', '))
  })

  it('keeps those that are needed, and those that are written by name', () => {
    const line = '\u{1f469}\u200d\u{1f4bb} می\u200cخواهم \u2764\ufe0f tele&shy;conference'
    const {guide, diagnostics} = compileGuide(smallGuide({'glossary/terms.md': `# Terms\n\n## Spam\n<!-- id: spam -->\n\n${line}\n`}))
    assert.deepEqual(diagnostics, [])
    assert.match(JSON.stringify(guide.glossary), /\u{1f469}\u200d\u{1f4bb} می\u200cخواهم \u2764\ufe0f tele\u00adconference/u)
  })

  it('has ids of what is read', () => {
    for (const written of ['no\u200btes', 'no\u2060tes', 'no\u00adtes', 'no\u200dtes\ufe0f']) assert.equal(slug(written), 'notes')
    assert.equal(slug('Con\ufb01dential o\ufb03ce'), 'confidential-office')
  })

  it('has no word that the dictionary does not know for a character in it', () => {
    const words = 'tele\u2060health pass\u200bword tele\u00adconference con\ufb01dential o\ufb03ce tele&shy;phone work&ZeroWidthSpace;place'
    const files = smallGuide({'pathways/basics/second.md': smallGuide().find(({path}) => path.endsWith('second.md'))!.text
      .replace('Words.', `Words such as ${words}.`)})
    assert.deepEqual(readAll(files).diagnostics.filter(({code}) => code === 'spelling'), [])
  })
})

describe('offsets of a source', () => {
  it('lead to the same character in the file, whatever was taken out before it', () => {
    const piece = fc.constantFrom(...UNSEEN, '\ufb01', '\ufb03', '\u0085', 'a', 'b', ' ', '\n', '\r\n', '&#8238;', '\u{1f600}')
    fc.assert(fc.property(fc.array(piece, {maxLength: 30}), pieces => {
      const source = new SourceText(pieces.join(''))
      const {text, given} = source
      assert.equal(source.lines.length, given.lines.length)
      let last = 0
      for (let at = 0; at < text.length; at++) {
        const start = source.inFile(at)
        const end = source.inFile(at + 1, true)
        assert.ok(start >= last && end > start)
        last = start
        // What nobody sees may stand around it, and a joined letter is the first of several.
        assert.ok(given.text.slice(start, end).normalize('NFKC').replace(/\u0085/g, ' ').includes(text[at]!))
        assert.equal(source.position(at).line, given.position(start).line)
      }
      for (const [line, seen] of source.lines.entries()) {
        const from = source.inFile(source.offset(line))
        const to = source.inFile(source.offset(line, Infinity), true)
        assert.equal(given.text.slice(from, to), given.lines[line])
        assert.equal(new SourceText(given.lines[line]!).text, seen)
      }
    }), {seed: 17, numRuns: 3_000})
  })
})
