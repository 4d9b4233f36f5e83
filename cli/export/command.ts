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
    options: {
      ...PARTS,
      'not-passed': {
        value: 'STATUS', oneOf: ['incomplete', 'failed'], default: 'incomplete',
        says: 'what to say of people who tried everything and have not passed yet: "incomplete", if you do not say, or "failed". '
          + 'Moodle, Totara and the Learning Hub take "failed" for the end: what people do later is not kept, or they have to '
          + 'begin again',
      },
      interactions: {
        says: 'tell the system each answer, so that its reports can show who chose what. What people type stays out of it',
      },
      out: OUT, with: WITH,
    },
    run: async ({folder, values: {'not-passed': notPassed, ...values}}) =>
      (await import('./export.js')).exportPackage('scorm12', folder, {...values, notPassed}),
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
