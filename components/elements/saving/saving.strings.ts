import type {Strings} from '../shared/words/strings.js'

export const savingStrings = {
  en: {
    title: 'Your progress',
    off: 'Your progress is kept only until you close this page. You can save it on this device.',
    stays: 'It stays here: we do not send it anywhere, and it does not say who you are.',
    reported: (isNamed: boolean) => `This page tells your organisation which pages you open, whether your answers are right and what you finish. ${
      isNamed ? 'It says that it was you.' : 'It does not say who you are.'}`,
    start: 'Save my progress on this device',
    ask: 'Keep this on this device?',
    askHint: 'Then it is here when you come back. Say if other people use it, such as a ward PC or a shared tablet.',
    answers: {yes: 'Yes', shared: 'This is a shared computer', notNow: 'Not now'},
    kept: 'Saved on this device. You can close this page, and go on here another time.',
    left: {
      shared: 'Nothing is saved on this device. Delete your record when you finish, or close the page.',
      notNow: 'Not saved. Your progress is kept for this visit only: until you close this page.',
    },
    cancel: 'Cancel',
    visitOnly: 'Other people use this device, so your answers are kept for this visit only. Nothing is saved on the device.',
    visitEnds: (minutes: number) =>
      `Delete your record when you finish, or close the page. If nobody uses this page for ${minutes} minutes, we delete it.`,
    state: {
      off: '',
      opening: 'Looking for saved progress',
      saving: 'Saving…',
      saved: 'Saved on this device',
      blocked: 'This browser does not let us save. Your progress is kept until you close this page.',
      full: 'There is no room left on this device. What you saved before is still here. New progress is kept until you close this page.',
      outdated: 'The part of this page that saves did not arrive. Load the page again, then save.',
      elsewhere: 'The system that you opened this page from keeps your progress. Nothing is saved on this device.',
      newer: 'This device has progress from a newer version of the guide. We have left it as it is. Your progress on this page is kept until you close it.',
    },
    atRisk: 'This browser can lose what it saved if it stops suddenly. Take your record away as a file from time to time.',
    unreadable: (records: number) => records === 1
      ? 'We could not read 1 saved entry. It is still on this device.'
      : `We could not read ${records} saved entries. They are still on this device.`,
    tryAgain: 'Try to save again',
    clear: 'Delete my record and answers',
    bar: {
      not: 'Not saved',
      visit: 'Not saved: this visit only',
      shared: 'Shared device: not saved',
      copy: 'Kept by your organisation',
    },
    choose: 'Save or not',
    more: 'Your progress',
    confirm: 'This deletes your record from this device: the pages you opened, your answers and your ratings. You cannot undo it.',
    confirmYes: 'Yes, delete my record and answers',
    end: {
      deleted: 'Everything is deleted from this device. You can close this window.',
      notDeleted: 'The browser did not confirm that your record is deleted. Close the page, then look again.',
      stays: 'This does not delete the history of your browser, or files that you downloaded.',
      sent: 'Your organisation keeps what this page has told it.',
    },
    ended: (minutes: number) => `Nobody used this page for ${minutes} minutes, so we deleted the record.`,
  },
} satisfies Strings<unknown>

export type SavingWords = (typeof savingStrings)['en']

export const idleStrings = {
  en: {
    title: 'Are you still there?',
    left: (seconds: number) => `We will delete your record and answers in ${seconds === 60 ? '1 minute' : `${seconds} seconds`}, because other people use this device.`,
    stay: 'Stay and keep my answers',
    clear: 'Delete them now',
  },
} satisfies Strings<unknown>

export type IdleWords = (typeof idleStrings)['en']

export const takeAwayStrings = {
  en: {
    summary: 'Move your progress to another device',
    explain: 'Take your record away as a file. Bring it back on another computer or phone, and nothing is lost on either.',
    nothingYet: 'There is nothing to take away yet.',
    takeAway: 'Take my record away',
    taken: (name: string, isShared: boolean) => [
      `Your record is in your downloads, in the file ${name}. It has your answers in it, so keep it somewhere safe.`,
      ...(isShared ? ['Other people use this device: move the file to a place of your own, then delete it from the downloads here.'] : []),
    ].join(' '),
    bringBack: 'Bring a record back',
    bringBackHint: 'Choose the file that you took away. Its name begins with digital-skills-record.',
    brought: (added: number, known: number) => [
      added === 1 ? 'We added 1 entry from your file.' : added ? `We added ${added} entries from your file.` : 'There is nothing new in your file.',
      ...(known === 1 ? ['1 entry was here already.'] : known ? [`${known} entries were here already.`] : []),
    ].join(' '),
    refused: 'We could not bring the record back. Nothing has changed.',
  },
} satisfies Strings<unknown>
