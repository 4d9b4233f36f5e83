import {WITH} from '../content/read-layers.js'
import {command} from '../terminal/command.js'
import {ON} from '../terminal/today.js'

const PARTS = {
  pathway: {value: 'ID', says: 'the pathway to put in it'},
  module: {value: 'ID', says: 'or the one module'},
} as const
const OUT = {value: 'FILE.zip', says: 'where to write it, if not here under a name of its own'} as const

/** `dsg export scorm12`, `html` and `m365`: a part of the guide as a package for another system. */
export const exports = [
  command({
    name: 'export scorm12',
    words: '[folder]',
    says: 'a pathway or a module as a zip for a learning system',
    options: {...PARTS, out: OUT, with: WITH},
    run: async ({folder, values}) => (await import('./export.js')).exportPackage('scorm12', folder, values),
  }),
  command({
    name: 'export html',
    words: '[folder]',
    says: 'the same as a zip of a plain page, for platforms that take one',
    options: {...PARTS, out: OUT, with: WITH},
    run: async ({folder, values}) => (await import('./export.js')).exportPackage('html', folder, values),
  }),
  command({
    name: 'export m365',
    words: '[folder]',
    says: 'the guide, a pathway or a module as a content pack for Microsoft 365 learning pathways',
    options: {
      site: {
        value: 'https://…/guide/', says: 'where the guide is on the web',
        needs: 'Say where the guide is on the web, such as --site https://www.example.nhs.uk/guide/',
      },
      ...PARTS, out: OUT, with: WITH, on: ON,
    },
    run: async ({folder, values}) => (await import('./export.js')).exportPackage('m365', folder, values),
  }),
]
