import type {Strings} from './strings.js'

/** What stands in the place of content that cannot be shown, or may not. */
export const leftOutStrings = {
  en: {
    leftOut: 'We could not show this part of the text. Tell the team that looks after this page.',
    brokenImage: 'We could not show this image.',
    elsewhere: (site: string) => `This image is on another website, ${site}, so we do not show it.`,
    open: 'Open the image',
  },
} satisfies Strings<unknown>
