import assert from 'node:assert/strict'
import {execFileSync, spawnSync} from 'node:child_process'
import {chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {before, beforeEach, describe, it} from 'node:test'
import {changesSince} from '../../../cli/content/git-history.js'
import {runDsg, temporaryFolder} from '../run-dsg.js'
import {MODULE_PATH, writeGuide} from '../sample-guide.js'

/**
 * A folder that somebody sent can have a repository in it, whose settings name programs. git starts them for whoever asks it
 * about that folder; a check must not. Each test puts a program there that leaves a mark when it is started.
 */
describe('dsg check of a folder that somebody sent', () => {
  const root = temporaryFolder()
  const sent = join(root, 'sent')
  const mark = join(root, 'started')
  const program = join(root, 'program')
  const settings = join(sent, '.git/config')
  const SINCE = '2026-01-01'
  let kept: string
  let expected: unknown

  const git = (words: string[], cwd = sent): string => execFileSync('git', [
    '-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', 'protocol.file.allow=always', ...words,
  ], {
    cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      PATH: process.env['PATH'], HOME: root, GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_DATE: '2026-11-10T12:00:00Z', GIT_COMMITTER_DATE: '2026-11-10T12:00:00Z',
    },
  })
  const set = (...pairs: [key: string, value: string][]): void => {
    for (const [key, value] of pairs) git(['config', '--file', settings, key, value])
  }
  const started = (): boolean => existsSync(mark)
  const read = (folder = sent) => {
    const changes = changesSince(folder, SINCE)
    return changes && [...changes]
  }

  before(() => {
    writeGuide(sent)
    // It also signs, so that there is a signature to be shown: it reads what it signs, or git may fail to write that.
    writeFileSync(program, `#!/bin/sh\nif [ "$SIGNS" ]; then cat >/dev/null; echo '[GNUPG:] SIG_CREATED ' >&2; echo '-----BEGIN PGP SIGNATURE-----'; `
      + `echo; echo x; echo '-----END PGP SIGNATURE-----'; else echo started >> '${mark}'; fi\n`)
    chmodSync(program, 0o755)
    writeFileSync(join(sent, '.gitattributes'), '*.md diff=driver filter=driver merge=driver\n')
    git(['init', '--quiet'])
    git(['add', '-A'])
    git(['commit', '--quiet', '-m', 'First'])
    writeFileSync(join(sent, MODULE_PATH), readFileSync(join(sent, MODULE_PATH), 'utf8').replace('walk away', 'go away'))
    // A submodule with the name of a page, whose repository has settings of its own.
    const inner = join(sent, 'inner.md')
    mkdirSync(inner)
    git(['init', '--quiet'], inner)
    for (const words of ['one', 'two']) {
      writeFileSync(join(inner, 'page.md'), words)
      git(['add', '-A'], inner)
      git(['commit', '--quiet', '-m', words], inner)
      git(['add', '-A'])
      git(['commit', '--quiet', '-m', `With ${words}`])
    }
    process.env['SIGNS'] = '1'
    execFileSync('git', [
      '-c', 'user.name=Test', '-c', 'user.email=test@example.org', '-c', `gpg.program=${program}`,
      'commit', '--quiet', '--allow-empty', '-S', '-m', 'Signed',
    ], {cwd: sent, env: {...process.env, GIT_COMMITTER_DATE: '2026-11-11T12:00:00Z'}})
    delete process.env['SIGNS']
    kept = readFileSync(settings, 'utf8')
    expected = read()
  })

  beforeEach(() => {
    writeFileSync(settings, kept)
    rmSync(mark, {force: true})
  })

  it('knows the history, and a program that is started leaves a mark', () => {
    assert.ok((expected as [string][]).some(([path]) => path === MODULE_PATH))
    set(['log.showSignature', 'true'], ['gpg.program', program])
    git(['log'])
    assert.ok(started(), 'shown signatures')
    rmSync(mark)
    set(['log.showSignature', 'false'], ['diff.external', program])
    git(['log', '-p', '--ext-diff'])
    assert.ok(started(), 'an external diff')
  })

  it('starts nothing, whatever key of git names a program', () => {
    const keys = git(['help', '--config']).split('\n').filter(key => key.includes('.'))
      .map(key => key.replace(/<[^>]+>/g, 'driver').replace('*', 'driver'))
    assert.ok(keys.length > 500, `${keys.length} keys`)
    // Each by itself, as git ends at the first value that makes no sense to it.
    for (const key of keys) {
      writeFileSync(settings, `${kept}${section(key)} = "${program}"\n`)
      const changes = read()
      assert.ok(!started(), key)
      if (changes) assert.deepEqual(changes, expected, key)
    }
  })

  const ATTACKS: {what: string; make(): void}[] = [
    {what: 'signatures that are shown', make: () => set(['log.showSignature', 'true'], ['gpg.program', program])},
    {
      what: 'signatures of other kinds', make: () => set(
        ['log.showSignature', 'true'], ['gpg.openpgp.program', program], ['gpg.x509.program', program], ['gpg.ssh.program', program]),
    },
    {what: 'a format of its own', make: () => set(['format.pretty', 'format:%G? %s'], ['gpg.program', program])},
    {
      what: 'programs that compare', make: () => set(
        ['diff.external', program], ['diff.driver.command', program], ['diff.driver.textconv', program],
        ['filter.driver.clean', program], ['filter.driver.smudge', program], ['filter.driver.process', program]),
    },
    {
      what: 'a submodule that is compared inside', make: () => {
        set(['diff.submodule', 'diff'])
        writeFileSync(join(sent, 'inner.md/.git/config'),
          `${readFileSync(join(sent, 'inner.md/.git/config'), 'utf8')}[diff]\nexternal = ${program}\n`)
      },
    },
    {
      what: 'a pager, an editor, a monitor of files', make: () => set(
        ['core.pager', program], ['pager.log', program], ['core.editor', program], ['core.fsmonitor', program],
        ['core.askPass', program], ['core.sshCommand', program], ['core.gitProxy', program], ['credential.helper', program]),
    },
    {
      what: 'settings in a file that is included', make: () => {
        writeFileSync(join(sent, 'more'), `[log]\nshowSignature = true\n[gpg]\nprogram = ${program}\n`)
        set(['include.path', '../more'], ['includeIf.gitdir:**.path', '../more'])
      },
    },
    {
      what: 'hooks', make: () => {
        for (const hook of ['post-index-change', 'reference-transaction', 'fsmonitor-watchman', 'post-checkout', 'pre-auto-gc']) {
          cpSync(program, join(sent, '.git/hooks', hook))
        }
      },
    },
  ]
  for (const {what, make} of ATTACKS) {
    it(`starts nothing with ${what}, and reads the same`, () => {
      make()
      assert.deepEqual(read(), expected)
      assert.ok(!started())
    })
  }

  it('fetches nothing where objects are left out', () => {
    const part = join(root, 'part')
    cpSync(sent, part, {recursive: true})
    // The newest text of a page is not there; git would ask for it where these settings say.
    const id = git(['rev-parse', `HEAD:${MODULE_PATH}`]).trim()
    rmSync(join(part, '.git/objects', id.slice(0, 2), id.slice(2)), {force: true})
    writeFileSync(join(part, '.git/config'), `${kept}[core]\nrepositoryFormatVersion = 1\n[extensions]\npartialClone = origin\n`
      + `[remote "origin"]\nurl = ext::${program}\npromisor = true\nuploadpack = ${program}\n[protocol "ext"]\nallow = always\n`)
    // Asked as anybody would, it starts the program.
    spawnSync('git', ['log', '-p'], {cwd: part, stdio: 'ignore', env: {PATH: process.env['PATH'], HOME: root}})
    assert.ok(started(), 'git itself')
    rmSync(mark)
    assert.equal(read(part), undefined)
    assert.ok(!started())
  })

  it('starts nothing where the folder is a repository itself', () => {
    const bare = join(root, 'bare')
    cpSync(join(sent, '.git'), bare, {recursive: true})
    writeGuide(bare)
    writeFileSync(join(bare, 'config'), '[core]\nrepositoryFormatVersion = 0\nbare = true\n'
      + `[log]\nshowSignature = true\n[gpg]\nprogram = ${program}\n`)
    assert.deepEqual(read(bare), expected)
    assert.ok(!started())
  })

  it('takes no program from the folder that has the name of git', async () => {
    cpSync(program, join(sent, 'git'))
    cpSync(program, join(sent, 'git.exe'))
    const {stderr} = await runDsg('check', sent)
    assert.equal(stderr, '')
    assert.ok(!started())
  })

  it('leaves nothing of its own behind', () => {
    const before = process.env['TMPDIR']
    const place = join(root, 'temporary')
    mkdirSync(place)
    process.env['TMPDIR'] = place
    try {
      assert.deepEqual(read(), expected)
    } finally {
      if (before === undefined) delete process.env['TMPDIR']
      else process.env['TMPDIR'] = before
    }
    assert.deepEqual(readdirSync(place), [])
  })
})

/** `a.b.c` as `[a "b"] c`. */
function section(key: string): string {
  const [first, ...rest] = key.split('.')
  const last = rest.pop()!
  return `[${first}${rest.length ? ` "${rest.join('.')}"` : ''}]\n${last}`
}
