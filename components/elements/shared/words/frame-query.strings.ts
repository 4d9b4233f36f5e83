import type {QueryFault} from '../../../model/guide/frame-query.js'
import type {Strings} from './strings.js'

/** What is wrong with the address of a frame: said in the frame, and to whoever checks the page around it. */
export const frameQueryStrings = {
  en: {
    fault: (fault: QueryFault) => {
      switch (fault.is) {
        case 'unknown': return `The address of this frame says "${cut(fault.name)}". It can say: ${list(fault.can)}.`
        case 'twice': return `The address of this frame says "${fault.name}" more than once. Say it once.`
        case 'missing': return `The address of this frame says show=${fault.show}. It also needs ${fault.name}= and the id of a ${fault.name} in the guide.`
        case 'not-one-of': return `The address of this frame says ${fault.name}=${cut(fault.value)}. After ${fault.name}= it can say: ${list(fault.can)}.`
        case 'not-an-id': return `The address of this frame has something after ${fault.name}= that is not an id. An id has small letters, digits and hyphens only.`
        case 'not-ids': return `The address of this frame has something after ${fault.name}= that is not a list of ids. Write ids with + between them, such as ${fault.name}=D1+D6.`
        case 'not-a-language': return `The address of this frame has something after ${fault.name}= that is not a language. Use a language code, such as en or cy.`
        case 'not-a-flag': return `The address of this frame says "${fault.name}" with a value. Use "${fault.name}" by itself.`
        case 'too-long': return `The address of this frame has too much after ${fault.name}=.`
      }
    },
  },
} satisfies Strings<unknown>

function list(words: readonly string[]): string {
  return words.join(', ')
}

/** Words from the address, shortened: anybody can write an address, and must not fill the page with it. */
function cut(words: string): string {
  return words.length > 40 ? `${words.slice(0, 40)}…` : words
}
