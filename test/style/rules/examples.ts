/** Text that a rule must find fault with. */
export interface BadText {
  text: string
  /** How the text goes on where the diagnostic points. */
  at: string
  severity?: 'error' | 'warning' | 'info'
  /** The text with the machine fix made; absent where there is none. */
  fixed?: string
}
export interface RuleExamples { good: string[]; bad: BadText[] }

const words = (count: number): string => `Staff ${'can read and write on it '.repeat(9).split(' ').slice(0, count - 1).join(' ')}.`
const bullets = (count: number): string => `You can:\n\n${'- do it\n'.repeat(count)}`
const front = (lines: string): string => `---\nid: x\nreviewers: [{role: editor}]\n${lines}\n---\n`

export const STRUCTURE: Record<string, RuleExamples> = {
  C01: {
    good: [words(20), 'Call the desk. Give your name, e.g. Ann Lee. Wait.',
      `Call this number: {{desk | ${'one of many words '.repeat(8)}}}.`, `> **Example:** ${words(35)}`],
    bad: [{text: words(21), at: 'Staff', severity: 'warning'}, {text: `Read this. ${words(31)}`, at: 'Staff', severity: 'error'},
      {text: `### Question: Why?\n\n- [x] Yes\n  > ${words(22)}`, at: 'Staff', severity: 'warning'}],
  },
  C02: {
    good: ['Read it. Check it. Send it.', 'Ask them: "Is it you? Are you alone? Can you talk?" Then wait.'],
    bad: [{text: 'Read it. Check it. Send it. Tell them.', at: 'Read it'}, {text: '> **Local:** One. Two. Three. Four.', at: 'One.'}],
  },
  C03: {
    good: ['The cat sat on the mat. '.repeat(40), 'Interorganisational interoperability.'],
    bad: [{text: 'Organisational interoperability necessitates comprehensive administrative standardisation. '.repeat(20), at: 'Org'},
      {text: 'Multidisciplinary representatives continually demonstrate extraordinary professional responsibilities. '.repeat(15),
        at: 'Multi'}],
  },
  C04: {
    good: ['# Send it safely\n\n## How', front('title: Send information safely')],
    bad: [{text: '# Send it safely\n\n# How', at: 'How', severity: 'error'},
      {text: front(`title: ${'Send information safely and '.repeat(3)}soon`), at: 'Send', severity: 'warning'}],
  },
  C05: {
    good: ['# Send\n\n## How\n\n### First\n\n## Then', '## How\n\n### Do: Send it'],
    bad: [{text: '# Send\n\n### How', at: 'How'}, {text: '# Send\n\n## How\n\n#### First', at: 'First'}],
  },
  C06: {
    good: ['## Find your Caldicott Guardian', '## Use Microsoft Teams in January', '## Step 1: Open the app', '## Who can see "My Record"',
      'GP, A&E and IT staff do this.', '## Using HMRC Frontend'],
    bad: [{text: '## Find Your Local Champion', at: 'Your'}, {text: '### Scenario: A Shared Computer\n\nText.', at: 'Shared'},
      {text: 'DO NOT SHARE your password.', at: 'DO NOT'}, {text: 'Do NOT share it.', at: 'NOT'}],
  },
  C07: {
    good: ['## Who to ask', '### Question: Read this. What next?', '### Do: Ask your manager.'],
    bad: [{text: '## Who to ask.', at: '.', fixed: '## Who to ask'}, {text: front('title: Who to ask.'), at: '.', fixed: front('title: Who to ask')}],
  },
  C08: {
    good: ['## Who to ask', '### Question: Who do you ask?'],
    bad: [{text: '## Who can I ask?', at: 'Who'}, {text: front('title: Who can I ask?'), at: 'Who'}],
  },
  C09: {
    good: ['Read [the NHS login guide](https://www.nhs.uk/a).', 'Install [Node.js](https://nodejs.org).'],
    bad: [{text: 'To log in, [click here](https://www.nhs.uk).', at: '[click'}, {text: '[More](module:x) about it.', at: '[More'},
      {text: 'See [https://www.nhs.uk](https://www.nhs.uk).', at: '[https'}],
  },
  C10: {
    good: ['Read [the guide](https://www.nhs.uk/a).', 'Some sites open in a new tab.'],
    bad: [{text: 'Read [the guide (opens in new tab)](https://www.nhs.uk/a).', at: '(opens', fixed: 'Read [the guide](https://www.nhs.uk/a).'},
      {text: 'Read [the guide (opens in a new window)](https://www.nhs.uk/a).', at: '(opens', fixed: 'Read [the guide](https://www.nhs.uk/a).'}],
  },
  C11: {
    good: ['Read [the leaflet (PDF only, 545KB)](https://www.nhs.uk/a.pdf).', 'Read [about PDF files](https://www.nhs.uk/pdf).'],
    bad: [{text: 'Read [the leaflet](https://www.nhs.uk/a.pdf).', at: '[the', severity: 'error'},
      {text: 'Read [the leaflet (PDF, 545KB)](https://www.nhs.uk/a.pdf).', at: '[the', severity: 'warning'}],
  },
  C12: {
    good: ['Read [the guide](https://www.nhs.uk/a).', 'Read [the guide, etc.](https://www.nhs.uk/a)'],
    bad: [{text: 'Read [the guide.](https://www.nhs.uk/a)', at: '.](', fixed: 'Read [the guide](https://www.nhs.uk/a).'},
      {text: 'Read [the guide.](module:a).', at: '.](', fixed: 'Read [the guide](module:a).'}],
  },
  C13: {
    good: ['You need:\n\n- a phone\n- NHS login\n- an email address', bullets(8),
      'Say:\n\n- on the phone: "I can text you. Or write. Which?"', 'Look for:\n\n- **Lock:** Press it. Then wait.', 'Steps:\n\n1. Open it.'],
    bad: [{text: 'You need:\n\n- A phone\n- an email', at: 'A phone'}, {text: 'You need:\n\n- a phone.\n- an email', at: 'a phone', fixed: 'You need:\n\n- a phone\n- an email'},
      {text: '## What you need\n\n- a phone\n- an email', at: '- a phone'}, {text: 'You need these.\n\n- a phone', at: 'You need'},
      {text: 'You need:\n\n- a phone. It can be old', at: 'a phone'}, {text: bullets(9), at: '- do'}],
  },
  C14: {
    good: ['Do this:\n\n1. Open the app.\n2. Is it yours?', 'Do this:\n\n- open the app'],
    bad: [{text: 'Do this:\n\n1. Open the app\n2. Close it.', at: 'Open', fixed: 'Do this:\n\n1. Open the app.\n2. Close it.'},
      {text: 'Do this:\n\n1. open the app.', at: 'open'}],
  },
  C21: {
    good: ['Select **Continue**, then **Not me**.', 'Press **Windows** and **L**.', '> **Hint:** read it.', 'Levels:\n\n1. **Emerging.** Some people are asked.'],
    bad: [{text: 'Never *ever* share it.', at: '*ever*', fixed: 'Never ever share it.'}, {text: 'Do **not** share it.', at: '**not**', fixed: 'Do not share it.'},
      {text: 'It is **very important that you never share it**.', at: '**very', fixed: 'It is very important that you never share it.'}],
  },
  C34: {
    good: ['| A | B |\n| - | -: |\n| a | 52% |', '![A phone that shows a code](code.png)', '| A | B |\n| :- | - |\n| a | b |'],
    bad: [{text: '| A | B |\n| - | :-: |\n| a | b |', at: 'B |', severity: 'error'}, {text: '| A | B |\n| - | -: |\n| a | none |', at: 'B |', severity: 'error'},
      {text: '![IMG_0041.png](IMG_0041.png)', at: '![IMG', severity: 'error'}, {text: '![Photo of a poster](a.png)', at: '![Photo', severity: 'warning'}],
  },
  C35: {
    good: ['Do not share it.', 'Select **No**.'],
    bad: [{text: 'Do **not** share it.', at: '**not**'}, {text: 'Use it *only* at work.', at: '*only*'}],
  },
}
