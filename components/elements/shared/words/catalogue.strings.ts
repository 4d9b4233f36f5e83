import {stringsFor, type Strings} from './strings.js'

export const catalogueStrings = {
  en: {
    minutes: (minutes: number) => minutes === 1 ? '1 minute' : `${minutes} minutes`,
    status: {
      'not-started': 'Not started',
      started: 'Started',
      completed: 'Completed',
      declared: 'Completed',
      elsewhere: 'Done elsewhere',
      'not-passed': 'Not passed yet',
      passed: 'Passed',
    },
    stages: ['', 'Getting started', 'Building', 'Confident', 'Supporting others'],
    audiences: {
      everyone: 'Everyone',
      'patient-facing': 'Patient-facing staff',
      manager: 'Managers',
      champion: 'Digital champions',
      'community-and-mental-health': 'Community and mental health',
    } as Record<string, string>,
  },
} satisfies Strings<unknown>

/** What is said of a module or a pathway, in the language around `host`. */
export function catalogueWords(host: HTMLElement): (typeof catalogueStrings)['en'] {
  return stringsFor(host, catalogueStrings)
}
