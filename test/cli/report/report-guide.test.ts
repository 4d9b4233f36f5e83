import assert from 'node:assert/strict'
import {join} from 'node:path'
import {describe, it} from 'node:test'
import {runDsg, temporaryFolder} from '../run-dsg.js'
import {MODULE_PATH, moduleText, writeGuide} from '../sample-guide.js'

const root = temporaryFolder()

describe('dsg report content', () => {
  it('counts words, minutes, questions by kind and terms, by pathway and in all', async () => {
    const words = '## Try it\n\n### Do: Lock it now\n<!-- id: lock-now -->\n\n'
      + '### Reflect: Who looks on?\n<!-- id: lock-reflect -->'
    const {code, stdout} = await runDsg('report', 'content', writeGuide(join(root, 'content'), {
      [MODULE_PATH]: moduleText('lock-screen').replace('## Check yourself', `${words}\n\n## Check yourself`),
    }))
    assert.equal(code, 0)
    const rows = stdout.split('\n').map(line => line.split(/ {2,}/).filter(Boolean))
    assert.deepEqual(rows[0], ['Pathway', 'Modules', 'Words', 'Minutes', 'Question', 'Do', 'Reflect'])
    const [title, modules, count, minutes, ...kinds] = rows[2] ?? []
    assert.deepEqual([title, modules, minutes, kinds], ['Work safely', '1', '5', ['2', '1', '1']])
    // The new page's title has 2 words, and its 2 tasks have 3 each.
    assert.equal(count, String(wordsOf(moduleText('lock-screen').split('---\n')[2]!) + 8))
    assert.equal(rows[3]?.[0], 'In all')
    assert.match(stdout, /^Glossary terms +1$/m)
  })
})

/** Words a learner reads, counted by taking the marks away. */
function wordsOf(markdown: string): number {
  return markdown
    .replace(/^# .*$/m, '').replace(/<!--.*?-->/g, '').replace(/\{\{[^|]*\|\s*([^}]*)\}\}/g, '$1')
    .replace(/^- \[[ x]\]|^\s*>|^#+ |Question:|\*\*Why:\*\*/gm, '')
    .split(/\s+/).filter(Boolean).length
}

describe('dsg report settings', () => {
  it('names each local detail that is not filled in, and every line it shows on', async () => {
    const folder = writeGuide(join(root, 'settings'), {
      'settings.yaml': "it_service_desk: ''\n",
      [MODULE_PATH]: moduleText('lock-screen', 'Ask {{it_service_desk | them}} or {{ward_lead | your manager}}.'),
    })
    const {code, stdout} = await runDsg('report', 'settings', folder)
    assert.equal(code, 0)
    const [first = 0, second = 0] = moduleText('lock-screen', 'HERE').split('\n')
      .flatMap((line, n) => /HERE|it_service_desk/.test(line) ? [n + 1] : [])
    const place = (line: number): string => `${join(folder, MODULE_PATH)}:${line}`
    const rows = stdout.split('\n').slice(2, 5).map(line => line.trim().split(/ {2,}/))
    assert.deepEqual(rows, [['it_service_desk', place(first)], [place(second)], ['ward_lead', place(first)]])
    assert.match(stdout, /^2 of 2 local details are not filled in\./m)
  })

  it('says so when all are filled in', async () => {
    const {stdout} = await runDsg('report', 'settings', writeGuide(join(root, 'filled')))
    assert.equal(stdout, 'All 1 local details are filled in.\n')
  })
})

describe('dsg report review', () => {
  const dated = moduleText('lock-screen').replace('governance lead', 'governance lead\n    date: 2026-11-01')
  const folder = writeGuide(join(root, 'review'), {[MODULE_PATH]: dated})
  const review = (...words: string[]) => runDsg('report', 'review', ...words)

  const days = [
    {on: '2029-03-01', counts: '0 overdue, 0 due soon, 0 never reviewed, 1 current'},
    {on: '2029-03-02', counts: '0 overdue, 1 due soon, 0 never reviewed, 0 current'},
    {on: '2029-05-01', counts: '0 overdue, 1 due soon, 0 never reviewed, 0 current'},
    {on: '2029-05-02', counts: '1 overdue, 0 due soon, 0 never reviewed, 0 current'},
  ]
  for (const {on, counts} of days) {
    it(`on ${on}: ${counts}`, async () => {
      const {stdout} = await review(folder, '--on', on)
      assert.ok(stdout.endsWith(`On ${on}, of 1: ${counts}.\n`), stdout)
    })
  }

  it('names what no reviewer has given a date to', async () => {
    const {stdout} = await review(writeGuide(join(root, 'never')), '--on', '2026-12-01')
    assert.match(stdout, /^Never reviewed +2029-05-01 +882 +2026-11-01 +no +module +lock-screen +Keep a screen to yourself$/m)
  })

  it('writes CSV', async () => {
    const {stdout} = await review(folder, '--on', '2029-05-02', '--format', 'csv')
    assert.equal(stdout, 'State,Next review,Days left,Last reviewed,Harm if old,Kind,Id,Title,Reviewers\r\n'
      + 'Overdue,2029-05-01,-1,2026-11-01,no,module,lock-screen,Keep a screen to yourself,information governance lead\r\n')
  })

  it('writes a calendar whose entries keep their ids from day to day', async () => {
    const files = await Promise.all(['2026-12-01', '2029-06-01'].map(on => review(folder, '--on', on, '--format', 'ical')))
    const [uid, other] = files.map(({stdout}) => /^UID:(.*)\r$/m.exec(stdout)?.[1])
    assert.deepEqual([uid, other], ['review-module-lock-screen@test-guide', uid])
    const lines = files[0]!.stdout.split('\r\n')
    assert.deepEqual([lines[0], lines.at(-2), lines.at(-1)], ['BEGIN:VCALENDAR', 'END:VCALENDAR', ''])
    assert.ok(lines.includes('DTSTART;VALUE=DATE:20290501'))
    assert.doesNotMatch(files[0]!.stdout, /[^\r]\n/)
  })

  it('reports as far as it can be read what has errors, and says so on the other stream', async () => {
    const broken = writeGuide(join(root, 'broken'), {'settings.yaml': 'IT: a\n'})
    const {code, stdout, stderr} = await review(broken, '--on', '2029-06-01', '--format', 'csv')
    assert.deepEqual([code, stdout.split('\r\n').length], [0, 3])
    assert.match(stderr, /1 error/)
  })

  for (const words of [['--on', '2027-02-29'], ['--on', 'soon'], ['--format', 'xml']]) {
    it(`refuses ${words.join(' ')}`, async () => {
      const {code, stdout, stderr} = await review(folder, ...words)
      assert.deepEqual([code, stdout, stderr.trim().split('\n').length], [2, '', 1], stderr)
    })
  }
})

describe('dsg build, when a review is overdue', () => {
  const mustKnow = moduleText('lock-screen').replace('### Question: Who', '### Must know: Who')
  const build = (name: string, text: string, ...words: string[]) => runDsg('build',
    writeGuide(join(root, `${name}-content`), {[MODULE_PATH]: text}), '--out', join(root, `${name}-site`), ...words)

  it('warns and builds', async () => {
    const {code, stderr} = await build('warns', mustKnow, '--on', '2029-05-02')
    assert.equal(code, 0)
    assert.match(stderr, /lock-screen\.md:20:14 warning: .*can do harm\. \[review-overdue\]/)
  })

  it('stops where it is told to, for a page that can do harm', async () => {
    const {code, stderr} = await build('stops', mustKnow, '--on', '2029-05-02', '--fail-on-overdue')
    assert.equal(code, 1)
    assert.match(stderr, /lock-screen\.md:20:14 error: .*\[review-overdue\][\s\S]*Nothing was written/)
  })

  it('does not stop for another page, or before the day is over', async () => {
    assert.equal((await build('other', moduleText('lock-screen'), '--on', '2029-05-02', '--fail-on-overdue')).code, 0)
    assert.equal((await build('before', mustKnow, '--on', '2029-05-01', '--fail-on-overdue')).code, 0)
  })
})
