import type {Strings} from '../words/strings.js'

export const formStrings = {
  en: {
    errorTitle: 'There is a problem',
  },
} satisfies Strings<unknown>
