/**
 * The names of characters in HTML (`&eacute;`) for our bundles: the same as those of the package `entities`, in half the bytes.
 * That one decodes a stream, letter by letter; markdown-it only ever asks for a whole name.
 */
import {characterEntities} from 'character-entities'

/** Source of a module that stands in for `entities`. It makes its table when it is first asked. */
export function leanEntities(): string {
  const byCharacter = new Map<string, string[]>()
  for (const [name, character] of Object.entries(characterEntities)) {
    byCharacter.set(character, [...byCharacter.get(character) ?? [], name])
  }
  // In the order of the characters, of which most follow one another: a step of 1 is left out.
  const characters = [...byCharacter.keys()].sort((a, b) => a.codePointAt(0)! - b.codePointAt(0)! || a.length - b.length)
  let before = 0
  const steps = characters.map(character => {
    const [first, ...more] = [...character].map(each => each.codePointAt(0)!)
    const step = first! - before
    before = first!
    return [step === 1 ? '' : step.toString(36), ...more.map(code => code.toString(36))].join('+')
  })
  const names = characters.map(character => byCharacter.get(character)!.sort().join(' '))
  return `let table
const make = () => {
  const steps = ${JSON.stringify(steps.join())}.split(',')
  let code = 0
  return new Map(${JSON.stringify(names.join())}.split(',').flatMap((names, i) => {
    const [step, ...more] = steps[i].split('+')
    code += step ? parseInt(step, 36) : 1
    const character = String.fromCodePoint(code, ...more.map(each => parseInt(each, 36)))
    return names.split(' ').map(name => [name, character])
  }))
}
export const decodeHTMLStrict = text => (table ??= make()).get(text.slice(1, -1)) ?? text`
}
