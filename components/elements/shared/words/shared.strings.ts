import type {Strings} from './strings.js'

export const sharedStrings = {
  en: {
    loading: 'Loading the guide',
    noSource: (tag: string) => `This part of the page is not set up yet. <${tag}> needs a "src" attribute.`,
    failedTitle: 'We could not show this part of the page',
    failed: {
      offline: 'Your device is not connected to the network. Check your connection, then try again.',
      'not-found': 'The guide is not at the address this page gives. Tell the team that looks after this page.',
      refused: 'The guide has something in it that we cannot show safely. Tell the team that looks after this page.',
      newer: 'This page is older than the guide it shows. Reload the page. If that does not help, tell the team that looks after it.',
      failed: 'The guide did not arrive. Wait a minute, then try again.',
    },
    tryAgain: 'Try again',
    callouts: {warning: 'Important', example: 'Example', local: 'Where you work', voice: 'In their words'},
    back: 'Back',
    continue: 'Continue',
    errorTitle: 'There is a problem',
  },
} satisfies Strings<unknown>
