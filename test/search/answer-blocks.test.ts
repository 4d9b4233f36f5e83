import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {compileGuide} from '../../components/compile/guide/compile-guide.js'
import {plainText, type Block} from '../../components/model/guide/document.js'
import type {Guide, SearchSection} from '../../components/model/guide/guide.js'
import {answerPart, type AnswerPart} from '../../components/search/answer-blocks.js'
import {SMALL_WORDS} from '../../components/search/small-words.js'
import {words} from '../../components/search/words.js'
import {guide} from './shipped.js'

function partOf({modules}: Guide, section: SearchSection, question: string): AnswerPart {
  return answerPart(modules.find(({id}) => id === section.module)!, section, question)
}

/** What stands under the heading of a section and can be shown in an answer. */
function whole({modules}: Guide, {module, page, anchor}: SearchSection): Block[] {
  const {children} = modules.find(({id}) => id === module)!.pages.find(({id}) => id === page)!
  const heads = children.flatMap((block, i) => block.type === 'heading' ? [i] : [])
  const from = anchor ? children.findIndex(block => block.type === 'heading' && block.id === anchor) + 1 : 0
  return children.slice(from, heads.find(i => i >= from)).filter(({type}) => type !== 'activity' && type !== 'thematicBreak')
}

/** The words of a question that a text has, as far as their first letters. */
function said(question: string, blocks: readonly Block[]): string[] {
  const there = new Set(words(plainText(blocks)).map(({word}) => word.slice(0, 4)))
  return words(question).flatMap(({word}) => !SMALL_WORDS.has(word) && there.has(word.slice(0, 4)) ? [word] : [])
}

/** A guide of one section. */
function made(body: string): [Guide, SearchSection] {
  const {guide} = compileGuide([
    {path: 'guide.yaml', text: 'id: g\ntitle: G\nlang: en-GB\n'},
    {path: 'pathways/p/m.md', text: `---\nid: m\ntitle: M\n---\n\n# M\n\n## Here\n\n${body}\n`},
  ])
  return [guide, guide.sections.find(({page}) => page === 'here')!]
}

const shown = (body: string, question: string): string =>
  plainText(partOf(...made(body), question).blocks).replace(/\s+/g, ' ').trim()

const FILLER = ['One.', 'Two.', 'Three.', 'Four.'].join('\n\n')

describe('what is shown of the section that answers', () => {
  const questions = guide.sections.flatMap(section => (section.asked ?? []).map(question => ({section, question})))

  it('says as much of the question as any part of the section, for each question of the guide', () => {
    assert.ok(questions.length > 300)
    const short = questions.filter(({section, question}) => {
      const {blocks} = partOf(guide, section, question)
      const has = said(question, blocks).length
      return whole(guide, section).some(block => said(question, [block]).length > has)
    })
    assert.deepEqual(short.map(({section, question}) => `${section.page}: ${question}`), [])
  })

  it('ends with no sentence that leads to something else, and says when there is more', () => {
    for (const {section, question} of questions) {
      const {blocks, isCut} = partOf(guide, section, question)
      const all = whole(guide, section)
      const where = `${section.page}: ${question}`
      for (const [i, block] of blocks.entries()) {
        if (/:\s*$/.test(plainText([block])) && block.type === 'paragraph') assert.equal(blocks[i + 1], all[all.indexOf(block) + 1], where)
      }
      assert.equal(isCut, blocks.length < all.length, where)
      assert.deepEqual(blocks, all.filter(block => blocks.includes(block)), where)
    }
  })

  for (const [name, body, question, says] of [
    ['a sentence after the steps', '1. Stop.\n2. Tell IT.\n\nFor a letter, ring the post room.', 'what about a strange letter', 'For a letter, ring the post room.'],
    ['a sentence far down where there is no list', `${FILLER}\n\nLeave the tablet on charge overnight.`, 'where does the tablet charge', 'on charge overnight'],
    ['a table that a sentence leads to', 'One.\n\nThese are the hours:\n\n| Desk | Open |\n| --- | --- |\n| North desk | From 8am |', 'when is it open', 'From 8am'],
    ['the second of two lists', 'For an email:\n\n1. Report it.\n2. Delete it.\n\nFor a parcel:\n\n1. Put the parcel down.\n2. Ring security.', 'a parcel came', 'Ring security.'],
    ['a warning under the steps', '1. Sit down.\n2. Log in.\n\n> **Warning:** Never lend your smartcard.', 'can I lend my smartcard', 'Never lend your smartcard'],
  ] as const) {
    it(`has ${name}`, () => assert.ok(shown(body, question).includes(says), shown(body, question)))
  }

  it('is all of a short section, and then nothing is left to read', () => {
    assert.equal(partOf(...made('Do this:\n\n1. Stop.\n2. Go.'), 'how do I stop').isCut, false)
    assert.equal(partOf(...made(FILLER), 'how').isCut, true)
  })

  it('is nothing of a section that the module does not have', () => {
    const [one, section] = made(FILLER)
    assert.deepEqual(partOf(one, {...section, page: 'gone'}, 'how').blocks, [])
    assert.deepEqual(partOf(one, {...section, anchor: 'gone'}, 'how').blocks, [])
  })

  it('for a text message is where to forward it, and for an email how to report it', () => {
    const section = guide.sections.find(({page}) => page === 'report-it-and-act-fast-after-a-mistake')!
    for (const question of ['what do I do with a scam text', 'I got a suspicious text message', 'where do I forward a strange text']) {
      assert.match(plainText(partOf(guide, section, question).blocks), /7726/, question)
    }
    assert.doesNotMatch(plainText(partOf(guide, section, 'how do I report a suspicious email').blocks), /7726/)
  })
})
