import type {Strings} from '../shared/words/strings.js'

function counted(modules: number): string {
  return modules === 1 ? '1 module' : `${modules} modules`
}

export const recordStrings = {
  en: {
    title: 'My record',
    intro: 'What you did in this guide. It does not say who you are.',
    empty: 'There is nothing in your record yet. It fills as you work through the guide.',
    modules: {
      passed: 'Passed',
      completed: 'Completed',
      declared: 'Declared done',
      elsewhere: 'Done elsewhere',
      'not-passed': 'Not passed yet',
    },
    hints: {
      passed: 'You answered enough questions right.',
      completed: 'You read the module to the end. It has no questions.',
      declared: 'You said that you did every task. Nobody has checked.',
      elsewhere: 'You said that you learned this somewhere else. Nobody has checked, and it is on no certificate.',
      'not-passed': 'You finished a try. You can try again.',
    },
    module: 'Module',
    result: 'Result',
    date: 'Date',
    score: 'Best score',
    time: 'Time',
    sums: {
      passed: (modules: number) => `passed ${counted(modules)}`,
      completed: (modules: number) => `read ${counted(modules)} to the end`,
      declared: (modules: number) => `said that you did the tasks of ${counted(modules)}`,
    },
    summary: (sums: string, minutes: string, from: string, to: string) =>
      `You ${sums}: about ${minutes} of learning, ${from === to ? `on ${to}` : `from ${from} to ${to}`}.`,
    modulesOf: (modules: number, minutes: string, from: string, to: string) =>
      `${counted(modules)}, about ${minutes} of learning, ${from === to ? `on ${to}` : `from ${from} to ${to}`}.`,
    scoreOf: (right: number, of: number) => `${right} of ${of}`,
    noScore: 'No questions',
    gone: (id: string) => `A module that has left the guide (${id})`,
    assessments: 'Self-assessments',
    assessed: (date: string) => `Rated on ${date}`,
    seeProfile: 'See your digital skills',
    reflections: 'What you wrote',
    certificate: 'Certificate',
    certificateHint: 'Print it, or save it as a PDF in the print window. To send it to somebody, attach the PDF to an email. Type a name if you want one on it, or write it on the paper. We do not keep the name.',
    certificateOf: 'What it is for',
    allDone: (modules: number) => `All that you have done (${counted(modules)})`,
    pathwayDone: (title: string) => `The whole pathway: ${title}`,
    name: 'Name on the certificate (optional)',
    print: 'Print the certificate',
    certificateTitle: 'Certificate of learning',
    certificateName: 'Name:',
    certificateAll: 'Learning in this guide',
    reviewed: (date: string) => `The pages were last reviewed on ${date}.`,
    reviewedFrom: (date: string) => `The pages were last reviewed on ${date} or later.`,
    checked: (date: string) => `The authors last checked the pages on ${date}. Subject experts have not yet reviewed all of them.`,
    checkedFrom: (date: string) => `The authors last checked the pages on ${date} or later. Subject experts have not yet reviewed all of them.`,
    earlier: 'Some of this was done in an earlier edition of the guide.',
    certificateNote: 'The learner printed this from their own record. "Passed" means that enough questions were answered right, with as many tries as it took. The guide checks no names, and it is not an examination. The time is what the guide allows for each module.',
    certificateCheck: (code: string) => `Check code: ${code}. To check it, open the learner's record file in the guide and print the same certificate again: the same record gives the same code. The learner keeps the record, so the code tells that the two agree, and not who learned.`,
    show: 'Show my manager',
    showHint: 'This copies what you did as plain text, to paste into a message. Your name is not in it, and neither is what you have not passed yet.',
    copy: 'Copy a summary as text',
    copied: 'Copied. You can paste it into a message.',
    notCopied: 'We could not copy it. Select this text and copy it:',
    learned: (outcomes: string) => `Learned to: ${outcomes}`,
    csv: 'Download my record as a spreadsheet',
    csvHint: 'A CSV file with what you did and when. Nothing is sent.',
  },
} satisfies Strings<unknown>
