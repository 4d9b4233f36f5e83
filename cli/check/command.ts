import {WITH} from '../content/read-layers.js'
import {command} from '../terminal/command.js'

export const check = command({
  name: 'check',
  words: '[folder or file]',
  says: 'say what is wrong with the content, and how to put it right',
  options: {
    fix: {says: 'put right what is safe: missing ids, text pasted from Word'},
    format: {oneOf: ['text', 'json'], default: 'text', says: 'for people (text) or for programs (json)'},
    with: WITH,
  },
  run: async ({folder, values}) => (await import('./check.js')).checkContent(folder, values),
})
