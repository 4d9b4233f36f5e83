import type {Strings} from '../shared/words/strings.js'

export const checkPageStrings = {
  en: {
    title: 'Check a page',
    intro: 'If the guide does not show on your page, paste the HTML of the page here. We say what is wrong, line by line, and what '
      + 'to write instead.',
    label: 'HTML of your page, or the part around the guide',
    hint: 'Save your page, open it in a browser and press Ctrl and U (Option, Command and U on a Mac) to see its HTML. Editors may '
      + 'change what you paste into them, so copy what you see there. It stays in this page: we do not send, keep or run it.',
    empty: 'Paste the HTML of your page',
    check: 'Check this page',
    wrong: (faults: number) => faults === 1 ? '1 thing to put right' : `${faults} things to put right`,
    doubtful: (doubts: number) => doubts === 1 ? '1 thing to look at' : `${doubts} things to look at`,
    right: (found: string) => `We found ${found} and nothing wrong`,
    found: (found: string) => `We found ${found}.`,
    parts: (parts: number) => parts === 1 ? '1 part of the guide' : `${parts} parts of the guide`,
    links: (links: number) => links === 1 ? '1 link to the guide' : `${links} links to the guide`,
    nothing: 'We found no part of the guide',
    nothingHelp: 'Nothing in what you pasted begins with <dsg- or shows a page of the guide in a frame. If you put it there, your '
      + 'editor may have taken it out when you saved. Then choose "A frame" or "Links only" above, and paste that code.',
    line: (line: number) => `Line ${line}`,
    unseenTitle: 'What we cannot see',
    unseen: [
      'what your server and the server of the guide say about each other, such as a content security policy in a header',
      'whether the addresses answer',
      'what other scripts put on your page or take away',
    ],
    toAsk: 'See what to ask your administrator',
  },
} satisfies Strings<unknown>
