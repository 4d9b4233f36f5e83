import {spawnSync} from 'node:child_process'
import {copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import type {ChangedLine, FileChange} from '../../components/compile/review/review-history.js'

/** People run a check while they write. If git has not answered by then, the check goes on without the history. */
const TIMEOUT_MS = 5_000
const MAX_BYTES = 64_000_000
const MAX_COMMITS = 1_000
/** A commit is dated in the time zone it was made in. The zone where a day begins first is 14 hours ahead of UTC. */
const EARLIEST_ZONE = '+14:00'

/** Variables that git sets while it runs a hook. They name the hook's repository, which may not be the one of the folder. */
const OF_ANOTHER_REPOSITORY = {
  GIT_DIR: undefined, GIT_WORK_TREE: undefined, GIT_INDEX_FILE: undefined, GIT_PREFIX: undefined, GIT_COMMON_DIR: undefined,
  GIT_OBJECT_DIRECTORY: undefined, GIT_ALTERNATE_OBJECT_DIRECTORIES: undefined,
}

/** Where a folder's history is, without any of its settings. */
interface Commits { head: string; objects: string; shallow: string; format: string; prefix: string }

/**
 * What commits have changed in the markdown files of a folder since a day: by path in the folder, the newest first. Undefined
 * where there is no git, or no history.
 */
export function changesSince(folder: string, day: string): Map<string, FileChange[]> | undefined {
  return historyOf(folder, [`--since=${day}T00:00:00${EARLIEST_ZONE}`], log => changesIn(log, day))
}

/** The same from the beginning, also of `guide.yaml`: of the last commits, and only the lines that somebody wants. */
export function linesEver(folder: string, isWanted: (line: string) => boolean): Map<string, FileChange[]> | undefined {
  return historyOf(folder, [], log => changesIn(log, '', isWanted), ['*guide.yaml'])
}

/**
 * Somebody may have sent the folder, and git does what a repository's settings say: some start programs, and each edition of git
 * has more of them. So git lists the commits from a repository of ours, which has no settings and borrows the folder's objects.
 */
function historyOf<T>(
  folder: string, range: readonly string[], read: (log: string) => T, more: readonly string[] = [],
): T | undefined {
  const ours = mkdtempSync(join(tmpdir(), 'dsg-history-'))
  try {
    const commits = commitsOf(folder, ours)
    if (!commits) return undefined
    writeRepository(ours, commits)
    const log = runGit(ours, [
      '-c', 'core.quotepath=off', '-c', 'log.showRoot=true',
      'log', ...range, `--max-count=${MAX_COMMITS}`, '--no-merges', '--no-renames', '--no-color',
      '--no-ext-diff', '--no-textconv', '--no-show-signature', '--patch', '--unified=0', '--inter-hunk-context=0',
      '--src-prefix=a/', '--dst-prefix=b/', '--submodule=short', '--format=%x01%as',
      ...commits.prefix ? [`--relative=${commits.prefix}`] : [], commits.head, '--', '*.md', ...more,
    ], {GIT_DIR: ours, GIT_OBJECT_DIRECTORY: commits.objects})
    return log ? read(log) : undefined
  } finally {
    rmSync(ours, {recursive: true, force: true})
  }
}

/** Asks git where things are, which starts no program: no object is read, and no file of the folder is compared. */
function commitsOf(folder: string, ours: string): Commits | undefined {
  const [prefix, format, objects, shallow, head, ...more] = runGit(ours, [
    '-C', resolve(folder), 'rev-parse', '--show-prefix', '--show-object-format', '--git-path', 'objects', '--git-path', 'shallow',
    'HEAD',
  ])?.split('\n') ?? []
  if (!/^[\da-f]{40,64}$/.test(head ?? '') || more.join('')) return undefined
  return {
    head: head!, prefix: prefix!, format: format!,
    objects: resolve(folder, objects!), shallow: resolve(folder, shallow!),
  }
}

function writeRepository(ours: string, {format, shallow}: Commits): void {
  mkdirSync(join(ours, 'refs'))
  writeFileSync(join(ours, 'HEAD'), 'ref: refs/heads/none\n')
  writeFileSync(join(ours, 'config'), '[core]\nrepositoryFormatVersion = 1\nbare = true\n'
    + `[extensions]\nobjectFormat = ${format}\n`)
  // Where a clone ends that has not the whole history.
  if (existsSync(shallow)) copyFileSync(shallow, join(ours, 'shallow'))
}

/** @param cwd - not the folder: Windows looks for a program where it is started, before it looks where programs are */
function runGit(cwd: string, words: readonly string[], variables: Record<string, string> = {}): string | undefined {
  const {status, stdout} = spawnSync('git', words, {
    cwd, encoding: 'utf8', timeout: TIMEOUT_MS, maxBuffer: MAX_BYTES, stdio: ['ignore', 'pipe', 'ignore'],
    env: {...process.env, ...OF_ANOTHER_REPOSITORY, ...variables},
  })
  return status === 0 ? stdout : undefined
}

/** Reads what `git log --patch --unified=0 --format=%x01%as` prints, of commits since a day. */
export function changesIn(log: string, since = '', isWanted: (line: string) => boolean = () => true): Map<string, FileChange[]> {
  const history = new Map<string, FileChange[]>()
  for (const commit of log.split('\u0001').slice(1)) {
    const [day = '', ...lines] = commit.split('\n')
    if (day < since) continue
    let change: FileChange | undefined
    let isNew = false
    let before = ''
    const next: Record<'+' | '-', number> = {'+': 0, '-': 0}
    let left = 0
    for (const line of lines) {
      const hunk = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line)
      // A line of content may look like a header of the patch. So the lines of a hunk are counted, and read as content.
      if (left > 0) {
        const sign = line[0]
        if (sign === '+' || sign === '-') {
          const changed: ChangedLine = {line: next[sign]++, text: line.slice(1)}
          if (isWanted(changed.text)) change?.[sign === '+' ? 'added' : 'removed'].push(changed)
          left -= 1
        }
      } else if (hunk) {
        next['-'] = Number(hunk[1])
        next['+'] = Number(hunk[3])
        left = Number(hunk[2] ?? 1) + Number(hunk[4] ?? 1)
      } else if (line.startsWith('diff --git ')) {
        change = undefined
        isNew = false
      } else if (line.startsWith('new file mode')) isNew = true
      else if (line.startsWith('--- a/')) before = pathIn(line)
      else if (line.startsWith('+++ ')) {
        const isGone = line === '+++ /dev/null'
        const path = isGone ? before : pathIn(line)
        change = {day, isNew, removed: [], added: [], ...(isGone && {isGone})}
        history.set(path, [...history.get(path) ?? [], change])
      }
    }
  }
  return history
}

/** The path in a line such as `+++ b/path`. git writes a tab after a name that has a space in it. */
function pathIn(line: string): string {
  return line.slice('+++ b/'.length).replace(/\t$/, '')
}
