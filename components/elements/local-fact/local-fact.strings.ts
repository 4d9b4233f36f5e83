import type {Strings} from '../shared/words/strings.js'

export const localFactStrings = {
  en: {
    at: (organisation: string) => `At ${organisation}`,
    here: 'Where you work',
    call: (number: string) => `Call ${number}`,
    copy: 'Copy',
    copyOf: (fact: string) => `: ${fact}`,
    copied: 'Copied',
    notCopied: 'Not copied. The words are selected: press Ctrl and C, or hold them to copy.',
  },
} satisfies Strings<unknown>
