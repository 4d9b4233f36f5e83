import type {Strings} from '../../elements/shared/words/strings.js'

export const frameStrings = {
  en: {
    /** Shown until the part is there. */
    plainPages: (guide: string) => `Read "${guide}" as plain pages`,
    title: 'We could not show this part of the page',
    whoToTell: 'Tell the team that looks after this page.',
    record: 'If you save your progress here, it is saved for this website only, and some browsers keep it only until you leave the page. To be sure that you have it, or to use it on another website or device, choose "Move your progress to another device" and take your record away.',
    canvas: 'If you save the canvas here, it is saved for this website only, and some browsers keep it only until you leave the page. To be sure that you have it, or to open it on another website or device, take the canvas away as a file.',
    links: 'Links to other pages open in a new tab.',
  },
} satisfies Strings<unknown>
