import type {Diagnostic} from '../../components/model/diagnostic.js'
import {frontMatter} from './content.js'

/** A text with one fault, and where it is. Lines and columns were counted by hand. */
export interface Example {
  code: string
  severity: Diagnostic['severity']
  text: string
  line: number
  column: number
  /** Codes that the same text also gives, where a fault cannot come alone. */
  also?: string[]
}

const Q = '### Question: Why?\n<!-- id: q -->\n\n'
const WRONG = '- [ ] No\n  > No.\n'
const RIGHT = '- [x] Yes\n  > Yes.\n'

/** Under a title and an empty line: the first line here is line 1. */
export const IN_THE_TEXT: Example[] = [
  {code: 'raw-html', severity: 'error', text: 'Some <br>words', line: 1, column: 6},
  {code: 'comment-not-closed', severity: 'error', text: 'Words\n\n<!-- id: x\n\nMore', line: 3, column: 1},
  {code: 'comment-not-closed', severity: 'error', text: 'Words <!-- id: x', line: 1, column: 7},
  {code: 'setting-not-closed', severity: 'error', text: 'Ask {{desk | us', line: 1, column: 5},
  {code: 'setting-not-closed', severity: 'error', text: '| a | b |\n|---|---|\n| c | {{d | e}} |', line: 3, column: 7},
  {code: 'setting-without-fallback', severity: 'error', text: 'Ask\n{{desk}}', line: 2, column: 1},
  {code: 'setting-without-fallback', severity: 'error', text: 'Ask {{desk | }}', line: 1, column: 5},
  {code: 'bad-setting-name', severity: 'error', text: 'Ask {{IT desk | us}}', line: 1, column: 5},
  {code: 'unsafe-link', severity: 'error', text: 'Words, [here](javascript:alert)', line: 1, column: 8},
  {code: 'unsafe-link', severity: 'error', text: '- see\n  ![a](data:x)', line: 2, column: 3},
  {code: 'link-to-nowhere', severity: 'error', text: 'Words, [here]()', line: 1, column: 8},
  {code: 'link-to-nowhere', severity: 'error', text: '[here](#nothing)', line: 1, column: 1},
  {code: 'link-to-nowhere', severity: 'error', text: '[here](second.md)', line: 1, column: 1},
  {code: 'link-to-nowhere', severity: 'error', text: '[here](module:A)', line: 1, column: 1},
  {code: 'link-without-words', severity: 'error', text: '> > a [](https://example.org)', line: 1, column: 7},
  {code: 'broken-link', severity: 'warning', text: 'See [us] (https://example.org)', line: 1, column: 8},
  {code: 'broken-link', severity: 'warning', text: 'See [us](a b)', line: 1, column: 8},
  {code: 'no-alt', severity: 'error', text: 'One ![](a.png)', line: 1, column: 5},
  {code: 'image-elsewhere', severity: 'warning', text: '![a](https://example.org/a.png)', line: 1, column: 1},
  {code: 'image-not-found', severity: 'error', text: '![a]()', line: 1, column: 1},
  {code: 'code-not-closed', severity: 'error', text: 'a\n\n```\ncode', line: 3, column: 1},
  {code: 'nested-too-deep', severity: 'error', text: `${'>'.repeat(60)} a`, line: 1, column: 1},
  {code: 'empty-heading', severity: 'error', text: '##\n\na', line: 1, column: 1},
  {code: 'empty-heading', severity: 'error', text: '### <!-- x -->\n\na', line: 1, column: 1},
  {code: 'heading-too-deep', severity: 'warning', text: 'a\n\n##### b', line: 3, column: 1},
  {code: 'second-title', severity: 'warning', text: 'a\n\n# b', line: 3, column: 1},
  {code: 'word-paste', severity: 'warning', text: 'a\n\n  \u2022 b', line: 3, column: 3},
  {code: 'word-paste', severity: 'info', text: 'it\u2019s', line: 1, column: 3},
  {code: 'answers-without-question', severity: 'warning', text: 'a\n\n- [ ] b', line: 3, column: 1},
  {code: 'label-out-of-place', severity: 'warning', text: '> **Hint:** a', line: 1, column: 1},
  {code: 'unknown-callout', severity: 'warning', text: '> **Warnin:** a', line: 1, column: 1},
  {code: 'empty-callout', severity: 'error', text: '> **Warning:**', line: 1, column: 1},
  {code: 'voice-without-consent', severity: 'error', text: '> **Voice:** a\n<!-- source: b -->', line: 1, column: 1},
  {code: 'missing-id', severity: 'error', text: '### Do: This', line: 1, column: 1},
  {code: 'bad-id', severity: 'error', text: '### Do: This\n<!-- id: My Id -->', line: 2, column: 10},
  {code: 'duplicate-id', severity: 'error',
    text: '### Do: a\n<!-- id: d -->\n### Do: b\n<!-- id: d -->', line: 4, column: 10},
  {code: 'duplicate-id', severity: 'error', text: '### Do: a\n<!-- id: first -->', line: 2, column: 10},
  {code: 'unknown-option', severity: 'warning', text: '### Do: a\n<!-- id: d; sugest: b -->', line: 2, column: 13},
  {code: 'option-twice', severity: 'error', text: '### Do: a\n<!-- id: d -->\n<!-- id: e -->', line: 3, column: 10},
  {code: 'bad-option', severity: 'error',
    text: `### Question: a\n<!-- id: q · must-know: maybe -->\n${RIGHT}${WRONG}`, line: 2, column: 25},
  {code: 'unknown-prefix', severity: 'error',
    text: `### Quesion: a\n<!-- id: q -->\n${RIGHT}${WRONG}`, line: 1, column: 1},
  {code: 'unknown-prefix', severity: 'error', text: `### Ask: a\n<!-- id: q -->\n${RIGHT}${WRONG}`, line: 1, column: 1},
  {code: 'question-level', severity: 'warning',
    text: `## Question: a\n<!-- id: q -->\n${RIGHT}${WRONG}`, line: 1, column: 1},
  {code: 'empty-question', severity: 'error', text: '### Do:\n<!-- id: d -->', line: 1, column: 1},
  {code: 'no-right-answer', severity: 'error', text: `${Q}${WRONG}- [ ] Maybe\n  > Why?`, line: 1, column: 1},
  {code: 'several-right-answers', severity: 'warning', text: `${Q}${RIGHT}- [x] Surely\n  > Yes.`, line: 1, column: 1},
  {code: 'too-few-answers', severity: 'error', text: `${Q}${RIGHT}`, line: 1, column: 1},
  {code: 'too-few-answers', severity: 'error', text: '### Put in order: a\n<!-- id: o -->\n\n1. b', line: 1, column: 1},
  {code: 'same-answer', severity: 'error', text: `${Q}${RIGHT}${WRONG}- [ ] no\n  > No.`, line: 8, column: 1},
  {code: 'empty-answer', severity: 'error', text: `${Q}${RIGHT}${WRONG}- [ ]`, line: 8, column: 1},
  {code: 'answer-without-box', severity: 'error', text: `${Q}${RIGHT}${WRONG}- Maybe\n  > Why?`, line: 8, column: 1},
  {code: 'no-feedback', severity: 'warning', text: `${Q}${RIGHT}- [ ] No`, line: 6, column: 1},
  {code: 'feedback-without-mark', severity: 'warning', text: `${Q}${RIGHT}- [ ] No\n\n  No.`, line: 8, column: 3},
  {code: 'all-of-the-above', severity: 'warning',
    text: `${Q}${RIGHT}${WRONG}- [ ] All of the above\n  > No.`, line: 8, column: 1},
  {code: 'longest-answer', severity: 'warning',
    text: `${Q}${WRONG}- [x] Because it is the one and only right answer\n  > Yes.`, line: 6, column: 1},
  {code: 'many-answers', severity: 'warning',
    text: Q + RIGHT + '1234567'.replace(/./g, '- [ ] No $&\n  > No.\n'), line: 1, column: 1},
  {code: 'text-after-answers', severity: 'warning', text: `${Q}${RIGHT}${WRONG}\nMore words`, line: 9, column: 1},
  {code: 'match-table', severity: 'error',
    text: '### Match: a\n<!-- id: m -->\n\n| a |\n|---|\n| b |\n| c |', line: 4, column: 1,
    also: ['empty-answer', 'empty-answer']},
  {code: 'no-gap', severity: 'error', text: '### Fill in: a\n<!-- id: f -->', line: 1, column: 1},
  {code: 'empty-gap', severity: 'error', text: '### Fill in: a [[b]] c [[ | ]]\n<!-- id: f -->', line: 1, column: 24},
  {code: 'rate-levels', severity: 'error', text: '### Rate: a\n<!-- id: r; domain: D1 -->\n1. b', line: 1, column: 1},
  {code: 'rate-domain', severity: 'error',
    text: '### Rate: a\n<!-- id: r -->\n1. b\n2. c\n3. d\n4. e\n5. f', line: 1, column: 1},
  {code: 'local-settings-differ', severity: 'warning',
    text: 'Ask {{it_service_desk | us}} or {{other_name | them}}.', line: 1, column: 33},
]

const details = (changes: Record<string, string>): string => `${frontMatter(changes)}\n# First\n\nWords.\n`

/** Whole files of one module. */
export const IN_THE_FILE: Example[] = [
  {code: 'empty-file', severity: 'error', text: ' \n', line: 1, column: 1},
  {code: 'not-text', severity: 'error', text: 'PNG\0\0', line: 1, column: 1},
  {code: 'not-text', severity: 'error', text: '# Caf\ufffd', line: 1, column: 1},
  {code: 'too-large', severity: 'error', text: 'a'.repeat(2_000_001), line: 1, column: 1},
  {code: 'no-front-matter', severity: 'error', text: '\n# a', line: 2, column: 1},
  {code: 'front-matter-not-closed', severity: 'error', text: details({}).replace('\n---\n', '\n'), line: 1, column: 1},
  {code: 'bad-front-matter', severity: 'error',
    text: details({outcomes: 'do: it'}), line: 9, column: 11, also: ['bad-value']},
  {code: 'bad-front-matter', severity: 'error', text: details({author: 'a\ntitle: b'}), line: 15, column: 1},
  {code: 'yaml-not-plain', severity: 'error', text: details({author: '&a us'}), line: 14, column: 12},
  {code: 'yaml-not-plain', severity: 'error', text: details({author: '!!js/function us'}), line: 14, column: 23},
  {code: 'forbidden-key', severity: 'error',
    text: details({__proto: ''}).replace('id: first', 'id: first\n__proto__: {a: b}'), line: 3, column: 1},
  {code: 'missing-value', severity: 'error', text: details({domains: ''}), line: 1, column: 1},
  {code: 'bad-value', severity: 'error', text: details({stage: '5'}), line: 6, column: 8},
  {code: 'bad-value', severity: 'error', text: details({next_review: '2027-02-30'}), line: 13, column: 14},
  {code: 'bad-value', severity: 'error', text: details({id: 'First One'}), line: 2, column: 5},
  {code: 'bad-value', severity: 'error', text: details({clinical_review: 'perhaps'}), line: 14, column: 18},
  {code: 'unknown-key', severity: 'warning', text: details({keyword: 'spam'}), line: 14, column: 1},
  {code: 'review-dates', severity: 'error', text: details({next_review: '2026-11-01'}), line: 13, column: 14},
  {code: 'unsafe-link', severity: 'error',
    text: details({sources: '[{title: a, url: "javascript:b"}]'}), line: 10, column: 27},
  {code: 'small-bank', severity: 'warning', text: details({show: '1'}), line: 14, column: 7},
  {code: 'local-settings-differ', severity: 'warning',
    text: details({local_settings: '[it_service_desk]'}), line: 14, column: 17},
  {code: 'no-title', severity: 'warning', text: `${frontMatter()}\nWords.`, line: 1, column: 1},
  {code: 'title-differs', severity: 'warning', text: `${frontMatter()}\n# Other`, line: 16, column: 1},
]

const pathwayFile = (id: string, modules: string): string =>
  `---\nid: ${id}\ntitle: a\nsummary: b\naudience: [c]\nmodules: [${modules}]\n---\n`
const second = (changes: Record<string, string>): string =>
  `${frontMatter({id: 'second', title: 'Second', ...changes})}\n# Second\n`

/** Files of a small guide to add or change, and the file the fault is in. */
export const IN_THE_GUIDE: (Omit<Example, 'text'> & {files: Record<string, string>; file: string})[] = [
  {code: 'no-guide-file', severity: 'error', files: {'guide.yaml': ''}, file: 'guide.yaml', line: 1, column: 1},
  {code: 'missing-value', severity: 'error',
    files: {'guide.yaml': 'id: a\ntitle: b\n'}, file: 'guide.yaml', line: 1, column: 1},
  {code: 'bad-value', severity: 'error',
    files: {'guide.yaml': 'id: a\ntitle: b\nlang: "1"\n'}, file: 'guide.yaml', line: 3, column: 7},
  {code: 'bad-setting-name', severity: 'error',
    files: {'settings.yaml': 'it_service_desk: a\nIT Desk: b\n'}, file: 'settings.yaml', line: 2, column: 1},
  {code: 'setting-name', severity: 'warning',
    files: {'settings.yaml': 'it_service_dsk: a\n'}, file: 'pathways/basics/first.md', line: 20, column: 70},
  {code: 'no-pathway-file', severity: 'error',
    files: {'pathways/basics/pathway.md': ''}, file: 'pathways/basics/first.md', line: 1, column: 1},
  {code: 'pathway-folder', severity: 'error', file: 'pathways/basics/pathway.md', line: 2, column: 5,
    files: {'pathways/basics/pathway.md': pathwayFile('other', 'first, second')}},
  {code: 'module-not-found', severity: 'error', file: 'pathways/basics/pathway.md', line: 6, column: 10,
    files: {'pathways/basics/pathway.md': pathwayFile('basics', 'first, second, third')}},
  {code: 'module-not-listed', severity: 'error', file: 'pathways/basics/second.md', line: 1, column: 1,
    files: {'pathways/basics/pathway.md': pathwayFile('basics', 'first')}},
  {code: 'wrong-pathway', severity: 'error',
    file: 'pathways/basics/second.md', line: 4, column: 10, also: ['link-to-nowhere'],
    files: {'pathways/basics/second.md': second({pathway: 'other'})}},
  {code: 'file-name', severity: 'warning', file: 'pathways/basics/2.md', line: 1, column: 1, also: ['link-to-nowhere'],
    files: {'pathways/basics/second.md': '', 'pathways/basics/2.md': second({})}},
  {code: 'file-not-used', severity: 'info', files: {'notes.md': '# Notes'}, file: 'notes.md', line: 1, column: 1},
  {code: 'pathway-not-found', severity: 'error', file: 'guide.yaml', line: 4, column: 11,
    files: {'guide.yaml': 'id: a\ntitle: b\nlang: en\npathways: [basics, bsics]\n'}},
  {code: 'link-to-nowhere', severity: 'error',
    files: {'glossary/terms.md': '## Spam\n<!-- id: spam -->\n\n[a](module:frist)\n'},
    file: 'glossary/terms.md', line: 4, column: 1},
  {code: 'link-to-nowhere', severity: 'error',
    files: {'glossary/terms.md': '## Spam\n<!-- id: spam -->\n\n[a](glossary:scam)\n'},
    file: 'glossary/terms.md', line: 4, column: 1},
  {code: 'duplicate-id', severity: 'error', files: {'glossary/more.md': '## Spam\n<!-- id: spam -->\n\nMore.\n'},
    file: 'glossary/terms.md', line: 4, column: 10},
  {code: 'missing-id', severity: 'error',
    files: {'glossary/more.md': '## Scam\n\nMore.\n'}, file: 'glossary/more.md', line: 1, column: 1},
  {code: 'no-meaning', severity: 'error',
    files: {'glossary/more.md': '## Scam\n<!-- id: scam -->\n'}, file: 'glossary/more.md', line: 1, column: 1},
  {code: 'no-terms', severity: 'warning',
    files: {'glossary/more.md': '# Terms\n'}, file: 'glossary/more.md', line: 1, column: 1},
]
