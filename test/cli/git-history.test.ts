import assert from 'node:assert/strict'
import {execFileSync} from 'node:child_process'
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, it} from 'node:test'
import {changesSince} from '../../cli/git-history.js'
import {runDsg, temporaryFolder} from './run-dsg.js'
import {MODULE_PATH, moduleText, writeGuide} from './sample-guide.js'

describe('dsg check in a git checkout', () => {
  const root = temporaryFolder()
  const content = writeGuide(join(root, 'clone/content'))
  const file = join(content, MODULE_PATH)
  const git = (...words: string[]): void => {
    execFileSync('git', words, {cwd: join(root, 'clone'), stdio: 'ignore'})
  }
  const commit = (day: string): void => {
    git('add', '-A')
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', 'commit', '-m', 'Edit'], {
      cwd: join(root, 'clone'), stdio: 'ignore',
      env: {...process.env, GIT_AUTHOR_DATE: `${day}T12:00:00Z`, GIT_COMMITTER_DATE: `${day}T12:00:00Z`},
    })
  }
  const rules = async (): Promise<string[]> => {
    const {stdout} = await runDsg('check', content, '--format', 'json')
    const {diagnostics} = JSON.parse(stdout) as {diagnostics: {code: string; severity: string; line: number}[]}
    return diagnostics.filter(({code}) => code === 'C33').map(({severity, line}) => `${severity} ${line}`)
  }
  const LINE = 1 + moduleText('x').split('\n').indexOf('last_reviewed: 2026-11-01')

  it('is silent without git, and on a new page', async () => {
    assert.deepEqual(await rules(), [])
    assert.equal(changesSince(content, '2026-01-01'), undefined)
    git('init', '--quiet')
    commit('2026-11-10')
    assert.deepEqual(await rules(), [])
  })

  it('notes a page that was rewritten after its review, and is content with a new review', async () => {
    const words = Array.from({length: 30}, (_, n) => `Lock it ${n} times.`).join(' ')
    writeFileSync(file, readFileSync(file, 'utf8').replace('Lock your screen when you walk away.', words))
    commit('2026-11-12')
    assert.deepEqual(await rules(), [`info ${LINE}`])

    const reviewed = readFileSync(file, 'utf8').replace('last_reviewed: 2026-11-01', 'last_reviewed: 2026-11-13')
    writeFileSync(file, reviewed.replace('governance lead', 'governance lead\n    date: 2026-11-13'))
    commit('2026-11-13')
    assert.deepEqual(await rules(), [])
  })

  it('warns when the date moved by itself', async () => {
    writeFileSync(file, readFileSync(file, 'utf8').replace('last_reviewed: 2026-11-13', 'last_reviewed: 2026-11-14'))
    commit('2026-11-14')
    assert.deepEqual(await rules(), [`warning ${LINE + 1}`])
  })

  it('reads names with spaces and other letters, and text that looks like a patch', () => {
    const path = 'pathways/safe-work/s\u0175n a b.md'
    mkdirSync(join(content, 'pathways/safe-work'), {recursive: true})
    writeFileSync(join(content, path), 'one\ntwo\n')
    commit('2026-11-15')
    writeFileSync(join(content, path), 'one\n-- a/x\n++ b/evil.md\n@@ -1 +1 @@\ndiff --git a/x b/x\n')
    commit('2026-11-16')
    const history = changesSince(content, '2026-11-15')
    assert.deepEqual([...history?.keys() ?? []], [path])
    const [edit, first] = history?.get(path) ?? []
    assert.deepEqual([first?.isNew, edit?.isNew, edit?.day], [true, false, '2026-11-16'])
    assert.deepEqual(edit?.added.map(({text}) => text), ['-- a/x', '++ b/evil.md', '@@ -1 +1 @@', 'diff --git a/x b/x'])
    assert.deepEqual(edit?.removed, [{line: 2, text: 'two'}])
  })
})
