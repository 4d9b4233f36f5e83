import fc from 'fast-check'

/** Pieces of what authors type, paste and get wrong. In any order they must neither break nor hang the compiler. */
const PIECES = [
  '# Title', '## Page', '## Scenario: the night shift', '### Question: What is right?', '### Must know: This?',
  '### Scenario: A call', '### Do: Try it', '### Reflect: Think', '### Rate: I can', '### Put in order: Steps',
  '### Match: Pairs', '### Fill in: Call [[999]] now', '###Question: no space', '### Quesion: slip', '##### Deep',
  '####### Deeper',
  '#### Question: low', '### Cwestiwn: Beth?', '###', '### Question:', '### Other: words',
  '<!-- id: one -->', '<!-- id: Bad Id -->', '<!-- id: two · must-know: yes -->', '<!-- domain: D6; suggest: x, y -->',
  '<!-- note to self -->', '<!-- not closed', '-->', '<!-- idd: x -->',
  '- [ ] no', '- [x] yes', '- [ ]', '- []', '- [ X] pasted', '☐ pasted', '☑ ticked', '• bullet', '– [ ] dash',
  '[ ] bare',
  '1. first', '2. second', '  > feedback', '> feedback', '\t> tabbed', '        > far', '> **Hint:** think',
  '> **Voice:** words',
  '> **Warning:** careful', '> **Warnin:** slip', '> **Local:**', '**Why:** because', '**Why**: because',
  'Choose all that apply.',
  'plain words', '\u201ccurly\u201d \u2018quotes\u2019', 'hard\u00a0space', '`code \u2019`', '```', '~~~',
  '    indented', '---', '***',
  '| a | b |', '|---|:-:|', '| c | {{x \\| y}} |', '{{name | fallback}}', '{{name}}', '{{ | }}', '{{open', '}}',
  '[[a | b]]', '[[]]',
  '[link](module:other)', '[bad](javascript:alert)', '[empty]()', '[](x)', '![](a.png)', '![alt](a.png)', '[ref][r]',
  '[r]: http://a.b',
  '<b>html</b>', '<script>', '<javascript:x>', '<https://a.b>', '**bold**', '*em*', '_em_', '**', '[', ']', '(',
  '&amp;', '&#0;', '\\',
  'pass\u200bword', '\u2060', '\ufeff## Page\u00ad', '\ufb01', '\u{1f469}\u200d\u{1f4bb}', '\u200e', '\ufe0f',
  'e\u0301', '\u202e', '\ud83d', '😀', '\r', '\u2028', '',
]

const join = (marks: string[]): string => marks.join('')

/** Lines of such pieces, some joined in one line, with any line ending. */
export const markdownSoup: fc.Arbitrary<string> = fc.tuple(
  fc.array(
    fc.oneof(
      {weight: 6, arbitrary: fc.constantFrom(...PIECES)},
      {weight: 2, arbitrary: fc.array(fc.constantFrom(...PIECES), {maxLength: 4}).map(pieces => pieces.join(' '))},
      {weight: 1, arbitrary: fc.array(fc.constantFrom('>', '-', '  ', '> ', '1. ', '\t'), {maxLength: 8}).map(join)},
      {weight: 1, arbitrary: fc.string({unit: 'binary', maxLength: 20})},
    ),
    {maxLength: 40},
  ),
  fc.constantFrom('\n', '\r\n', '\n\n', '\r'),
).map(([lines, end]) => lines.join(end))
