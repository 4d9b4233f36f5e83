import type {RuleExamples} from './examples.js'

const front = (lines: string): string => `---\nid: x\nreviewers: [{role: editor}]\n${lines}\n---\n`
const SOURCE = 'sources:\n  - title: Consumer Digital Index, Lloyds\n    year: 2024'

export const WORDS: Record<string, RuleExamples> = {
  C15: {
    good: ['Wait 2 minutes.', 'No one knows which one it is.', 'One of them may call.', 'A two-way call.', 'In 2024 people asked.', 'Text 7726 or call 111.',
      'It has 1,200 members.', 'DigComp 3.0 is new.', 'Say "two" to them.'],
    bad: [{text: 'Wait two minutes.', at: 'two', fixed: 'Wait 2 minutes.'}, {text: 'It takes one hour.', at: 'one', fixed: 'It takes 1 hour.'},
      {text: 'It has 1200 members.', at: '1200', fixed: 'It has 1,200 members.'}, {text: 'About 3.0 million people.', at: '3.0', fixed: 'About 3 million people.'}],
  },
  C16: {
    good: ['On 6 August 2018.', 'In August 2018.', 'Version 1.2.2020 is old.', 'It may 1 day change.', 'The address is a.example/2018-08-06.'],
    bad: [{text: 'On 6th August 2018.', at: '6th', fixed: 'On 6 August 2018.'}, {text: 'By 6 Aug.', at: '6 Aug', fixed: 'By 6 August'},
      {text: 'On 06/08/2018.', at: '06/08'}, {text: 'On 2018-08-06.', at: '2018', fixed: 'On 6 August 2018.'},
      {text: 'On August 6, 2018.', at: 'August', fixed: 'On 6 August 2018.'}, {text: 'In Aug 2018.', at: 'Aug', fixed: 'In August 2018.'}],
  },
  C17: {
    good: ['At 5pm, 5:30pm, midday and midnight.', 'The contrast is 4.5:1.', 'A ratio of 16:9.'],
    bad: [{text: 'At 5 pm.', at: '5 pm', fixed: 'At 5pm.'}, {text: 'At 5.30pm.', at: '5.30', fixed: 'At 5:30pm.'}, {text: 'At 17:30.', at: '17:30', fixed: 'At 5:30pm.'},
      {text: 'At 12 noon.', at: '12 noon', fixed: 'At midday.'}, {text: 'At 12am.', at: '12am', fixed: 'At midnight.'}, {text: 'At 09:00 sharp.', at: '09:00', fixed: 'At 9am sharp.'}],
  },
  C18: {
    good: ['It takes 5 to 10 minutes.', 'COVID-19 and DAPB1605.', 'Call 0300-123-4567.', 'A 28-day plan.', 'From Monday to Friday.'],
    bad: [{text: 'It takes 5-10 minutes.', at: '5-10', fixed: 'It takes 5 to 10 minutes.'}, {text: 'In 2019\u201320.', at: '2019', fixed: 'In 2019 to 20.'},
      {text: 'Open Monday-Friday.', at: 'Monday', fixed: 'Open Monday to Friday.'}, {text: 'Open 9am\u20135pm.', at: '9am', fixed: 'Open 9am to 5pm.'}],
  },
  C19: {
    good: ['The 1st, 2nd, 3rd, 11th and 21st.', 'At 5 St Mary Street.', 'Report it first.'],
    bad: [{text: 'The 2\u207f\u1d48 time.', at: '2', fixed: 'The 2nd time.'}, {text: 'The 3th time.', at: '3th', fixed: 'The 3rd time.'}, {text: 'The 1 st time.', at: '1 st', fixed: 'The 1st time.'}],
  },
  C20: {
    good: [`${front(SOURCE)}In 2024, 52% of people did.`, `${front(SOURCE)}In 2024, about 1 in 2 people did.`],
    bad: [{text: `${front(SOURCE)}In 2024, 20% of people did.`, at: '20%'},
      {text: `${front(SOURCE)}In 2024, 52 per cent did.`, at: '2 per', fixed: `${front(SOURCE)}In 2024, 52% did.`}],
  },
  C22: {
    good: ['Do not click it. You cannot undo it.', "It is the team's.", 'She wrote: "I don\'t know."', "> **Example:** Don't wait.", "We're here.", "The do and don't list."],
    bad: [{text: "Don't click it.", at: "Don't", fixed: 'Do not click it.'}, {text: "You can't and won't.", at: "can't", fixed: 'You cannot and will not.'},
      {text: "They've gone.", at: "They've", fixed: 'They have gone.'}, {text: "Why don't you ask?", at: "don't"}],
  },
  C23: {
    good: ['It is "safe", and the team\'s own.', 'Write `\u2019` here.', '```\n\u201ca\u201d\n```'],
    bad: [{text: 'The team\u2019s \u201csafe\u201d one.', at: '\u2019s', fixed: 'The team\'s "safe" one.'}, {text: front('title: The team\u2019s own'), at: '\u2019s'}],
  },
  C24: {
    good: ['Ask first \u2013 then send.', 'A well-known follow-up.', 'Run it with `--fix`.'],
    bad: [{text: 'Ask first\u2014then send.', at: '\u2014', fixed: 'Ask first \u2013 then send.'}, {text: 'Ask first - then send.', at: '-', fixed: 'Ask first \u2013 then send.'},
      {text: 'a \u2013 b. c \u2013 d. e \u2013 f. g \u2013 h.', at: '\u2013 h'}],
  },
  C25: {
    good: ['The NHS and your GP use IT.', 'The Data Security and Protection Toolkit (DSPT). The DSPT asks.', 'Read about [AI](glossary:artificial-intelligence). AI can be wrong.',
      '# AI at work\n\nArtificial intelligence (AI) can be wrong.', 'See GOV.UK.', 'Say "DSPT" to them.'],
    bad: [{text: 'The DSPT asks. The DSPT is a toolkit.', at: 'DSPT asks'}, {text: 'AI helps. Read about [AI](glossary:caldicott-guardian).', at: 'AI helps'},
      {text: 'Ask your ICBs.', at: 'ICB'}],
  },
  C26: {
    good: ['Check the address.', 'You must report it.', 'He said "you should".'],
    bad: [{text: 'You should check the address.', at: 'should'}, {text: 'Staff ought to know.', at: 'ought'}],
  },
  C27: {
    good: ['Use the form.', 'The journey to the clinic is long.', 'Turn the page to landscape.'],
    bad: [{text: 'Going forward, use the form.', at: 'Going'}, {text: 'We leverage the patient journey.', at: 'leverage'}],
  },
  C28: {
    good: ['Log in with NHS login. Your login is yours.', 'Open the NHS App on your phone.', 'Ask NHS Devon Integrated Care Board.', 'Keep it out of Internet Explorer.'],
    bad: [{text: 'You can login with it.', at: 'login', severity: 'error'}, {text: 'Open the NHS app.', at: 'NHS app', severity: 'error', fixed: 'Open the NHS App.'},
      {text: 'Sign in to it.', at: 'Sign in', severity: 'error'}, {text: 'Send an e-mail.', at: 'e-mail', severity: 'error'},
      {text: 'Your Covid pass.', at: 'Covid', severity: 'error', fixed: 'Your COVID-19 pass.'}, {text: 'Ask the Integrated Care Board.', at: 'Integrated', severity: 'warning'},
      {text: 'Call the GP surgery.', at: 'GP surgery', severity: 'warning'}, {text: 'Your mobile phone.', at: 'mobile phone', severity: 'warning'}],
  },
  C29: {
    good: ['Fill in the online form.', 'A video consultation.'],
    bad: [{text: 'Start an online consultation.', at: 'online'}, {text: 'Use eConsult.', at: 'eConsult'}],
  },
  C30: {
    good: ['Tell your managers.', 'Write (see below) here.'],
    bad: [{text: 'Tell your manager(s).', at: '(s)'}, {text: 'Fill in the box(es).', at: '(es)'}],
  },
  C31: {
    good: ['Use 999 123 4567.', 'Call 0300 123 4567.', 'It has 1,234,567,890 lines.'],
    bad: [{text: 'NHS number 943 476 5919.', at: '943'}, {text: 'Use 9991234567.', at: '999', fixed: 'Use 999 123 4567.'}, {text: 'Use 999-123-4567.', at: '999', fixed: 'Use 999 123 4567.'}],
  },
  C32: {
    good: [front('last_reviewed: 2026-11-01\nnext_review: 2029-11-01'), 'The page was last reviewed in 2024.', '### Question: When was it last reviewed?'],
    bad: [{text: front('last_reviewed: 2026-11-01\nnext_review: 2029-12-01'), at: '2029'}, {text: '### Do: Read it\n\nPage last reviewed 6 August 2024.', at: 'Page last'}],
  },
  C36: {
    good: [`${front(SOURCE)}In 2024, 52% could not.`, `${front(SOURCE)}In 2024:\n\n- 52% could not`, `${front(SOURCE)}| In 2024 | Share |\n| - | - |\n| None | 6% |`,
      '### Scenario: 30% were late\n\nWhat do you do?', 'Zoom to 100%. You need the 80% pass mark.', 'You have 1 in 20 minutes.',
      front('sources:\n  - title: "A page (no date found, read November 2026)"')],
    bad: [{text: `${front(SOURCE)}About 52% could not.`, at: '52%'}, {text: 'In 2024, 7.3 million people could not.', at: '7.3 million'},
      {text: `${front(SOURCE)}Some 1 in 5 people could not.`, at: '1 in 5'}, {text: front('sources:\n  - title: A page'), at: 'title: A page'}],
  },
  C37: {
    good: [front('title: Safe'), '## Text'],
    bad: [{text: '---\nid: x\n---\nText.', at: '---'}, {text: '---\nid: x\nreviewers: []\n---\nText.', at: '---'}],
  },
  'old-site': {
    good: ['Read [the guidance](https://www.england.nhs.uk/long-read/nhs-mail/).', 'See [it](https://digital.nhs.uk/hee.nhs.uk).'],
    bad: [{text: 'Read [the guidance](https://transform.england.nhs.uk/x).', at: 'https://transform'},
      {text: front('sources:\n  - title: Framework, 2021\n    url: https://www.nhsx.nhs.uk/x'), at: 'https://www.nhsx'}],
  },
}
