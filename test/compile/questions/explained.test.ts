import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {compileModule} from '../../../components/compile/files/module.js'
import {placesIn} from '../../../components/model/guide/places.js'
import {smallGuide} from '../content.js'
import {compileGuide} from '../../../components/compile/guide/compile-guide.js'

const PAGES = `# Ward tablets

## Charging
Put each tablet in the charging trolley at night. The trolley locks and counts them.

### The spare cable
A spare cable hangs beside the drug cupboard.

## Cleaning
Wipe the screen with a detergent wipe between patients. Alcohol damages the coating.

## Check yourself
`

/** The compiled module of these pages and questions. */
function compiled(questions: string, pages = PAGES) {
  return compileModule({path: 'a.md', text: `${pages}${questions}`}, {standalone: true})
}

function learnOf(questions: string, pages = PAGES): (string | undefined)[] {
  return compiled(questions, pages).module!.questions.map(({learn}) => learn)
}

const choice = (id: string, prompt: string, right: string, wrong: string, options = '') =>
  `\n### Question: ${prompt}\n<!-- id: ${id}${options} -->\n\n- [x] ${right}\n  > Yes.\n- [ ] ${wrong}\n  > No.\n`

describe('which page explains a question', () => {
  const cases: {name: string; questions: string; learn: (string | undefined)[]}[] = [
    {name: 'by what is asked', questions: choice('a', 'Which wipe keeps the screen coating whole?', 'One', 'Two'), learn: ['cleaning']},
    {name: 'by what is right', questions: choice('a', 'What next?', 'Lock them in the charging trolley', 'Home'), learn: ['charging']},
    {name: 'not by what is wrong', questions: choice('a', 'What next?', 'Ask', 'Lock them in the charging trolley'), learn: [undefined]},
    {name: 'by other forms of its words', questions: choice('a', 'How many tablets do these trolleys hold?', 'You', 'They'), learn: ['charging']},
    {name: 'none, where one word is shared', questions: choice('a', 'Is the trolley blue?', 'Yes', 'Perhaps'), learn: [undefined]},
    {name: 'none, where every page has what is shared', questions: choice('a', 'Is it a good idea at all?', 'Yes', 'No'), learn: [undefined]},
    {name: 'what an author says, before any likeness',
      questions: choice('a', 'Which wipe keeps the screen coating whole?', 'One', 'Two', ' · learn: charging'), learn: ['charging']},
    {name: 'a heading that an author says',
      questions: choice('a', 'Which wipe keeps the screen coating whole?', 'One', 'Two', ' · learn: the-spare-cable'), learn: ['the-spare-cable']},
    {name: 'each by itself', learn: ['cleaning', 'charging', undefined], questions:
      choice('a', 'Which wipe keeps the screen coating whole?', 'One', 'Two') + choice('b', 'Where does the trolley count them?', 'One', 'Two')
      + choice('c', 'Is it?', 'Yes', 'No')},
  ]
  for (const {name, questions, learn} of cases) it(name, () => assert.deepEqual(learnOf(questions), learn))

  it('never the page that asks it, however like it is', () => {
    const text = `${PAGES}The questions are about the detergent, wipes, screen, coating and patients.\n`
    assert.deepEqual(learnOf(choice('a', 'Which detergent wipes spare patients\' screen coating?', 'One', 'Two'), text), ['cleaning'])
  })

  it('is none of a page that asks, where there is no other', () => {
    assert.deepEqual(learnOf(choice('a', 'Which wipe cleans the screen?', 'A wipe', 'None'), '# A\n\nA wipe cleans the screen.\n'), [undefined])
  })

  it('does not change with the order of questions, nor when a wrong answer does', () => {
    const a = choice('a', 'Which wipe keeps the screen coating whole?', 'One', 'The charging trolley counts and locks')
    const b = choice('b', 'Where does the trolley count them?', 'One', 'Two')
    assert.deepEqual(learnOf(a + b), learnOf(b + a).reverse())
  })
})

describe('a question that says where it is explained', () => {
  const said = (place: string) => compiled(choice('a', 'Which wipe keeps the screen coating whole?', 'One', 'Two', ` · learn: ${place}`))
  const text = (place: string) => PAGES + choice('a', 'Which wipe keeps the screen coating whole?', 'One', 'Two', ` · learn: ${place}`)

  for (const [place, near] of [['chargin', 'charging'], ['the-spare-cabel', 'the-spare-cable'], ['Cleaning', 'cleaning']] as const) {
    it(`is told that "${place}" is nowhere, at the place where it says so`, () => {
      const {module, diagnostics} = said(place)
      const [fault, ...others] = diagnostics.filter(({code}) => code === 'learn-nowhere')
      assert.deepEqual(others, [])
      assert.equal(fault?.severity, 'error')
      assert.match(fault.message, new RegExp(`"${place}"`))
      const lines = text(place).split('\n')
      assert.match(lines[fault.line - 1]!, /learn:/)
      assert.equal(lines[fault.line - 1]!.slice(fault.column - 1).startsWith(place), true)
      for (const id of module!.pages.flatMap(placesIn)) assert.equal(fault.advice.includes(id), true, id)
      assert.match(fault.advice, new RegExp(`Did you mean "${near}"`))
      assert.deepEqual(module!.questions.map(({learn}) => learn), ['cleaning'], 'likeness, where what is said is nowhere')
    })
  }

  it('is told of each, all at once', () => {
    const {diagnostics} = compiled(['x', 'y', 'z'].map(place => choice(`q-${place}`, 'Is it?', 'Yes', 'No', ` · learn: nowhere-${place}`)).join(''))
    assert.deepEqual(diagnostics.filter(({code}) => code === 'learn-nowhere').map(({message}) => /nowhere-./.exec(message)?.[0]),
      ['nowhere-x', 'nowhere-y', 'nowhere-z'])
  })

  it('stops the build of a guide, as a page of another module does', () => {
    const {diagnostics} = compileGuide(smallGuide().map(file => file.path.endsWith('second.md')
      ? {...file, text: file.text.replace('id: second-safe', 'id: second-safe · learn: read')} : file))
    assert.deepEqual(diagnostics.filter(({code}) => code === 'learn-nowhere').map(({file, severity}) => [file, severity]),
      [['pathways/basics/second.md', 'error']])
  })
})
