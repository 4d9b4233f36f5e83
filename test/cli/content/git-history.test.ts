import assert from 'node:assert/strict'
import {execFileSync} from 'node:child_process'
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, it} from 'node:test'
import {changesSince} from '../../../cli/content/git-history.js'
import {runDsg, temporaryFolder} from '../run-dsg.js'
import {MODULE_PATH, moduleText, writeGuide} from '../sample-guide.js'

describe('dsg check in a git checkout', () => {
  const root = temporaryFolder()
  const content = writeGuide(join(root, 'clone/content'))
  const file = join(content, MODULE_PATH)
  /** Knows no settings of whoever runs this, nor the repository of a hook that this runs in. */
  const git = (words: string[], more: Record<string, string> = {}): void => {
    const {PATH} = process.env
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...words], {
      cwd: join(root, 'clone'), stdio: 'ignore', env: {PATH, HOME: root, GIT_CONFIG_NOSYSTEM: '1', ...more},
    })
  }
  const commit = (day: string): void => {
    git(['add', '-A'])
    git(['commit', '-m', 'Edit'], {GIT_AUTHOR_DATE: `${day}T12:00:00Z`, GIT_COMMITTER_DATE: `${day}T12:00:00Z`})
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
    git(['init', '--quiet'])
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

  for (const {what, more} of [
    {what: 'settings of their own', more: {GIT_CONFIG_GLOBAL: join(root, 'gitconfig')}},
    {what: 'a hook of another repository', more: {GIT_DIR: join(root, 'nowhere.git'), GIT_INDEX_FILE: 'index', GIT_PREFIX: ''}},
  ]) {
    it(`reads the same for somebody with ${what}`, () => {
      writeFileSync(join(root, 'gitconfig'), '[log]\nshowRoot = false\nshowSignature = true\n'
        + '[diff]\ninterHunkContext = 9\nnoprefix = true\nexternal = false\n[color]\nui = always\n')
      const path = 'pathways/safe-work/two-places.md'
      const lines = Array.from({length: 9}, (_, n) => `line ${n}`)
      writeFileSync(join(content, path), lines.join('\n'))
      commit('2026-11-17')
      lines[1] = 'changed'
      lines[6] = 'changed too'
      writeFileSync(join(content, path), lines.join('\n'))
      commit('2026-11-18')
      const plain = changesSince(content, '2026-01-01')
      assert.deepEqual(plain?.get(path)?.[0]?.added.map(({line}) => line), [2, 7])
      const before = {...process.env}
      Object.assign(process.env, more)
      try {
        assert.deepEqual(changesSince(content, '2026-01-01'), plain)
      } finally {
        for (const name of Object.keys(more)) delete process.env[name]
        Object.assign(process.env, before)
      }
    })
  }
})
