import type {Strings} from './strings.js'

export const sharedStrings = {
  en: {
    loading: 'Loading the guide',
    failedTitle: 'We could not show this part of the page',
    failed: {
      offline: 'Your device is not connected to the network. Check your connection, then try again.',
      unreachable: 'We could not reach the guide. Check your connection, then try again. If that does not help, tell the team that looks after this page.',
      'not-set-up': 'This page is not set up to show the guide. Tell the team that looks after this page.',
      instead: 'Something else came instead of the guide. You may need to sign in. If that does not help, tell the team that looks after this page.',
      'not-found': 'The guide is not at the address this page gives. Tell the team that looks after this page.',
      refused: 'There is a fault in the guide or in this page. Tell the team that looks after this page.',
      newer: 'This page is older than the guide it shows. Reload the page. If that does not help, tell the team that looks after this page.',
      outdated: 'Part of this page did not arrive. Reload the page. If that does not help, tell the team that looks after this page.',
      failed: 'Something we need for this did not arrive. Wait a minute, then try again.',
    },
    tryAgain: 'Try again',
    reload: 'Load this page again',
    callouts: {warning: 'Important', example: 'Example', local: 'Where you work', voice: 'In their words'},
    back: 'Back',
    continue: 'Continue',
  },
} satisfies Strings<unknown>
