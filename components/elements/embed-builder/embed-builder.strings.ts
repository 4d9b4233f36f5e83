import type {Strings} from '../shared/words/strings.js'

export const embedBuilderStrings = {
  en: {
    title: 'Put this guide on your own pages',
    intro: 'Choose what to show. Then copy the code, and paste it into your page where the guide is to appear.',
    show: 'What do you want to show?',
    shows: {
      guide: 'The whole guide',
      pathway: '1 pathway',
      module: '1 module',
      quiz: 'The questions of 1 module',
      search: 'A search box',
      'self-assessment': 'Rate your skills',
      canvas: 'The canvas',
    },
    which: {pathway: 'Which pathway?', module: 'Which module?'},
    form: 'What does your page take?',
    forms: {
      script: 'Code with a script',
      frame: 'A frame (iframe)',
      link: 'Links only',
    },
    formHints: {
      script: 'It looks like a part of your page. Most websites, and pages that a web team looks after.',
      frame: 'It stands in a box of its own. SharePoint, Teams, and pages that take no scripts.',
      link: 'It opens a page of its own. Use this when you cannot tell, or nobody can change the settings.',
    },
    theme: 'How is it to look?',
    themes: {
      none: 'As it comes', nhs: 'NHS blue', trust: 'An example of a trust\'s own look', contrast: 'High contrast',
    },
    shared: 'Other people use the computers it is shown on',
    sharedHint: 'Nothing is kept on the device, and answers are cleared after 10 minutes without use.',
    code: 'Code to paste',
    address: 'Address to link to',
    copy: 'Copy',
    copied: 'Copied.',
    notCopied: 'Your browser did not let us copy it. It is selected now: press Ctrl and C, or Command and C on a Mac.',
    look: 'See what it looks like (opens in a new tab)',
    askTitle: 'What to ask your administrator',
    ask: {
      script: (origin: string) => [
        `Does our site have a content security policy? If so, it needs ${origin} in script-src, style-src, `
          + 'connect-src and img-src.',
        'Does the policy have trusted-types? If so, it needs lit-html there.',
        `If our site is not at ${origin}: the server there needs to allow our site to read its files (the header is `
          + 'Access-Control-Allow-Origin).',
      ],
      frame: (origin: string) => [
        `May our pages show frames from ${origin}? In SharePoint that is the setting "HTML Field Security". In a `
          + 'content security policy it is frame-src.',
        `May ${origin} be shown in a frame on our site? The team that looks after that server sets this (the header is `
          + 'Content-Security-Policy: frame-ancestors).',
      ],
      link: (origin: string) => [
        `Can people at work open ${origin}? Some web filters let only known addresses through.`,
      ],
    },
    heightTitle: 'If your page takes scripts as well',
    height: 'Add this line. It makes the frame as tall as what is in it. Without it the frame scrolls inside, and works '
      + 'as well.',
    checkTitle: 'How to check that it works',
    check: 'Open your page, and choose something in the guide. If you see a link in place of the guide, the page did not '
      + 'load the script or the guide: check your page below, and ask your administrator about the points above.',
  },
} satisfies Strings<unknown>
