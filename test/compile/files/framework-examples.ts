import {frontMatter} from '../content.js'
import type {IN_THE_GUIDE} from '../diagnostic-examples.js'
import {DOMAIN, frameworkText, LEVELS, STATEMENT} from './framework-text.js'

type Example = (typeof IN_THE_GUIDE)[number]

const FILE = 'frameworks/skills.md'

/** A framework file with one fault. Its content begins in line 9, a statement under `DOMAIN` in line 12. */
function example(
  code: string, text: string, line: number, column: number, severity: Example['severity'] = 'error', also?: string[],
): Example {
  return {code, severity, files: {[FILE]: text}, file: FILE, line, column, ...(also && {also})}
}

/** Files of a small guide to add or change for a fault in a framework. Lines and columns were counted by hand. */
export const IN_A_FRAMEWORK: Example[] = [
  example('empty-file', '\n', 1, 1),
  example('no-front-matter', DOMAIN + STATEMENT, 1, 1),
  example('missing-value', frameworkText(undefined, {title: ''}), 3, 8),
  example('missing-value', frameworkText(undefined, {sources: '[]'}), 4, 10),
  example('bad-value', frameworkText(undefined, {lang: '"1"'}), 7, 7),
  example('bad-value', frameworkText(undefined, {last_reviewed: '2026-13-01'}), 5, 16),
  example('review-dates', frameworkText(undefined, {next_review: '2026-10-01'}), 6, 14),
  example('unknown-key', frameworkText(undefined, {pathway: 'basics'}), 7, 1, 'warning'),
  example('file-name', frameworkText(undefined, {id: 'other'}), 1, 1, 'warning'),
  example('framework-levels', frameworkText(undefined, {levels: '[a, b, c, d]'}), 7, 1),
  example('framework-levels', frameworkText(undefined, {levels: '[a, b, c, d, a]'}), 7, 1),
  example('needed-without-levels', frameworkText(undefined, {needed: '[a, b, c, d, e]'}), 7, 1),
  example('unknown-first', frameworkText(`## Domain: Data\n<!-- id: D6 · short: Data · first: rate-sent -->\n\n${STATEMENT}`), 10, 36),
  example('no-domains', frameworkText('Only words.\n'), 8, 1, 'error', ['unknown-domain', 'unknown-domain']),
  example('no-domain-above', frameworkText(STATEMENT.replace('rate-send', 'rate-1') + DOMAIN + STATEMENT), 9, 1),
  example('domain-without-statements',
    frameworkText(`## Domain: Empty\n<!-- id: D1 · short: None -->\n${DOMAIN}${STATEMENT}`), 9, 1),
  example('not-a-domain', frameworkText(`${DOMAIN.replace('Domain: ', '')}${STATEMENT}`), 9, 1),
  example('not-a-domain', frameworkText(`${DOMAIN.replace('Domain:', 'Doman:')}${STATEMENT}`), 9, 1),
  example('domain-level', frameworkText(`#${DOMAIN}${STATEMENT}`), 9, 1, 'warning'),
  example('empty-heading', frameworkText(`## Domain:\n${DOMAIN}${STATEMENT}`), 9, 1),
  example('no-short-name', frameworkText(`## Domain: Data\n<!-- id: D6 -->\n\n${STATEMENT}`), 9, 1, 'warning'),
  example('missing-id', frameworkText(`${DOMAIN.replace('id: D6 · ', '')}${STATEMENT}`), 9, 1, 'error',
    ['unknown-domain', 'unknown-domain']),
  example('bad-id', frameworkText(`${DOMAIN.replace('D6', 'D 6')}${STATEMENT}`), 10, 10, 'error',
    ['unknown-domain', 'unknown-domain']),
  example('duplicate-id', frameworkText(DOMAIN + STATEMENT + DOMAIN + STATEMENT.replace('rate-send', 'rate-2')), 22, 10),
  example('duplicate-id', frameworkText(`${DOMAIN}${STATEMENT}${STATEMENT}`), 22, 10),
  example('unknown-option', frameworkText(DOMAIN.replace('short', 'shrt') + STATEMENT), 10, 15, 'warning',
    ['no-short-name']),
  example('not-a-statement', frameworkText(`${DOMAIN}${STATEMENT.replace('Rate: ', '')}`), 12, 1),
  example('not-a-statement', frameworkText(`${DOMAIN}${STATEMENT.replace('Rate:', 'Rat:')}`), 12, 1),
  example('not-a-statement', frameworkText(`${DOMAIN}### Do: Try it\n<!-- id: try-it -->\n\n${STATEMENT}`), 12, 1),
  example('question-level', frameworkText(`${DOMAIN}#${STATEMENT}`), 12, 1, 'warning'),
  example('empty-question', frameworkText(DOMAIN + STATEMENT.replace(' I can send it safely', '')), 12, 1),
  example('rate-domain', frameworkText(DOMAIN + STATEMENT.replace('suggest', 'domain: D1 · suggest')), 13, 30),
  ...['1. One.\n2. Two.\n3. Three.\n4. Four.\n', `${LEVELS}6. Six.\n`, ''].map(levels =>
    example('rate-levels', frameworkText(DOMAIN + STATEMENT.replace(LEVELS, levels)), 12, 1)),
  example('link-to-nowhere', frameworkText(DOMAIN + STATEMENT.replace('second', 'secnd')), 13, 31),
  example('link-to-nowhere', frameworkText(DOMAIN + STATEMENT.replace('second', 'Second')), 13, 31),
  example('link-to-nowhere', frameworkText(`${DOMAIN}See [this](module:third).\n\n${STATEMENT}`), 12, 5),
  example('setting-name', frameworkText(`${DOMAIN}{{it_service_dsk | Ask}}.\n\n${STATEMENT}`), 12, 1, 'warning'),
  example('word-paste', frameworkText(`${DOMAIN}Your\u00a0work.\n\n${STATEMENT}`), 12, 5, 'info'),
  {
    code: 'duplicate-id', severity: 'error', file: FILE, line: 13, column: 10,
    files: {
      [FILE]: frameworkText(),
      'pathways/basics/second.md': `${frontMatter({id: 'second', title: 'Second'})}
# Second

## More

### Do: Send it
<!-- id: rate-send -->
`,
    },
  },
  {
    code: 'duplicate-id', severity: 'error', file: 'frameworks/wales.md', line: 10, column: 10,
    files: {
      [FILE]: frameworkText(),
      'frameworks/wales.md': frameworkText(DOMAIN + STATEMENT.replace('rate-send', 'rate-wales'), {id: 'wales'}),
    },
  },
  {
    code: 'unknown-domain', severity: 'warning', file: 'pathways/basics/first.md', line: 5, column: 10,
    files: {
      [FILE]: frameworkText(),
      'pathways/basics/first.md': `${frontMatter({domains: '[D6, D9]'})}\n# First\n`,
    },
  },
  {
    code: 'unknown-domain', severity: 'warning', file: 'pathways/basics/first.md', line: 19, column: 23,
    files: {
      [FILE]: frameworkText(),
      'pathways/basics/first.md': `${frontMatter()}
# First

### Rate: I can
<!-- id: r1 · domain: D9 -->

${LEVELS}`,
    },
  },
  {
    code: 'pathway-not-listed', severity: 'warning', file: 'guide.yaml', line: 4, column: 11,
    files: {
      'guide.yaml': 'id: a\ntitle: b\nlang: en\npathways: [basics]\n',
      'pathways/more/pathway.md': '---\nid: more\ntitle: a\nsummary: b\naudience: [c]\nmodules: [third]\n---\n',
      'pathways/more/third.md': `${frontMatter({id: 'third', title: 'Third', pathway: 'more'})}\n# Third\n`,
    },
  },
]
