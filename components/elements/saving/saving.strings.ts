import type {Strings} from '../shared/strings.js'

export const savingStrings = {
  en: {
    title: 'Your progress',
    off: 'Your progress is kept only until you close this page. You can save it on this device. It stays here: we do not send it anywhere, and it does not say who you are.',
    start: 'Save my progress on this device',
    sharedQuestion: 'Do other people use this computer or phone?',
    sharedHint: 'For example, a ward PC, a computer on wheels or a shared tablet.',
    sharedNo: 'No, only I use it',
    sharedYes: 'Yes, it is shared',
    sharedError: 'Select whether other people use this computer or phone',
    cancel: 'Cancel',
    visitOnly: 'This device is shared, so your progress is kept for this visit only. Nothing is saved on the device. Clear it when you finish, or close the page.',
    state: {
      off: '',
      opening: 'Looking for saved progress',
      saving: 'Saving',
      saved: 'Saved on this device',
      blocked: 'This browser does not let us save. Your progress is kept until you close this page.',
      full: 'There is no room left on this device. What you saved before is still here. New progress is kept until you close this page.',
      newer: 'This device has progress from a newer version of the guide. We have left it as it is. Your progress on this page is kept until you close it.',
    },
    unreadable: (records: number) => records === 1
      ? 'We could not read 1 saved record. It is still on this device.'
      : `We could not read ${records} saved records. They are still on this device.`,
    tryAgain: 'Try to save again',
    clear: 'Clear my progress',
    confirm: 'This removes all your progress from this device. You cannot undo it.',
    confirmYes: 'Yes, clear my progress',
    cleared: 'Your progress is cleared.',
    notCleared: 'The browser did not confirm that your progress is cleared. Close the page, then look again.',
  },
} satisfies Strings<unknown>
