import {WITH} from '../content/read-layers.js'
import {command} from '../terminal/command.js'

const TITLE = {value: '"A few words"', says: 'its title, or the question'} as const

const MODULE = {value: 'ID', says: 'the id of a pathway\'s first module, or the module a question belongs to'} as const

/** `dsg new`: each writes a page, pathway, factor or question that passes the checks, to be filled with words. */
export const beginnings = [
  command({
    name: 'new module',
    words: 'ID [folder]',
    says: 'begin a page that passes the check',
    options: {pathway: {value: 'ID', says: 'the pathway a module belongs to'}, title: TITLE, with: WITH},
    run: async ({words, folder, values}) => (await import('./new.js')).begin('module', words[0], folder, values),
  }),
  command({
    name: 'new pathway',
    words: 'ID [folder]',
    says: 'begin a pathway, with its first module',
    options: {module: MODULE, title: TITLE, with: WITH},
    run: async ({words, folder, values}) => (await import('./new.js')).begin('pathway', words[0], folder, values),
  }),
  command({
    name: 'new factor',
    words: 'ID [folder]',
    says: 'begin a factor of the canvas',
    options: {title: TITLE, with: WITH},
    run: async ({words, folder, values}) => (await import('./new.js')).begin('factor', words[0], folder, values),
  }),
  command({
    name: 'new question',
    words: 'ID [folder]',
    says: 'begin a question of a module',
    options: {module: MODULE, title: TITLE, with: WITH},
    run: async ({words, folder, values}) => (await import('./new.js')).begin('question', words[0], folder, values),
  }),
]
