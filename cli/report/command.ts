import {DEFAULT_MIN_GROUP} from '../../components/model/evaluation/evaluation.js'
import {WITH} from '../content/read-layers.js'
import {command} from '../terminal/command.js'
import {ON} from '../terminal/today.js'

const SMALLEST = String(DEFAULT_MIN_GROUP)

/** `dsg report`: about the content; or, when the next word names files, about the records that people sent. */
export const reports = [
  command({
    name: 'report content',
    words: '[folder]',
    says: 'how many words, questions, statements, factors and terms there are',
    options: {with: WITH},
    run: async ({folder, values}) => (await import('./content.js')).reportContent(folder, values),
  }),
  command({
    name: 'report settings',
    words: '[folder]',
    says: 'the local details that are not filled in, and where they show',
    options: {with: WITH},
    run: async ({folder, values}) => (await import('./settings.js')).reportSettings(folder, values),
  }),
  command({
    name: 'report review',
    words: '[folder]',
    says: 'what is overdue for review, due soon or never reviewed',
    options: {
      format: {
        oneOf: ['table', 'csv', 'ical'], default: 'table',
        says: 'ical is a calendar file with the day of each next review',
      },
      on: ON,
      with: WITH,
    },
    run: async ({folder, values}) => (await import('./review.js')).reportReview(folder, values),
  }),
  command({
    name: 'report',
    words: 'FILE...',
    says: 'a table from the records that people sent: no names, no days, no small groups',
    options: {
      'out': {value: 'FILE.csv', says: 'write it to a file, not to the screen'},
      'min-group': {
        value: SMALLEST, default: SMALLEST,
        says: 'leave out people who have fewer than this many like them',
      },
    },
    run: async ({words, values}) => (await import('./records.js')).reportRecords(words, values),
  }),
]
