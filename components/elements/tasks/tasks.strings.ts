import type {Strings} from '../shared/words/strings.js'

export const tasksStrings = {
  en: {
    title: 'Tick each task when you have done it',
    progress: (done: number, of: number) => `${done} of ${of} tasks done`,
    hint: 'Show a hint',
    reflectHint: 'Your words stay on this page. They go into your record only if you choose to.',
    keep: 'Keep this in my record',
    kept: 'Now in your record',
  },
} satisfies Strings<unknown>
