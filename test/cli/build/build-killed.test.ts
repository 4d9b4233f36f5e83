import assert from 'node:assert/strict'
import {mkdirSync, readdirSync, renameSync, watch} from 'node:fs'
import {join} from 'node:path'
import {before, describe, it} from 'node:test'
import {isDeepStrictEqual} from 'node:util'
import {ended, runDsg, startDsg, temporaryFolder} from '../run-dsg.js'
import {MODULE_PATH, moduleText, writeGuide} from '../sample-guide.js'
import {treeOf} from '../tree.js'

const KILLS = 20
const NEITHER = 'The folder is neither edition. (Was a file under components/ edited while this ran?)'

describe('dsg build, killed', () => {
  const root = temporaryFolder()
  const parent = join(root, 'web')
  const out = join(parent, 'site')
  const guides = ['one', 'two'].map(name =>
    writeGuide(join(root, name), {[MODULE_PATH]: moduleText('lock-screen', `Edition ${name}.`)}))
  const editions: ReturnType<typeof treeOf>[] = []
  let longestMs = 0

  before(async () => {
    mkdirSync(parent)
    for (const [i, guide] of guides.entries()) {
      const started = performance.now()
      await runDsg('build', guide, '--out', join(root, `whole-${i}`))
      longestMs = Math.max(longestMs, performance.now() - started)
      editions.push(treeOf(join(root, `whole-${i}`)))
    }
    assert.notDeepEqual(editions[0], editions[1])
    await runDsg('build', guides[0]!, '--out', out)
  })

  /** Builds `guide` and kills the build when `when` says so, unless it is done. `when` returns how to stop it. */
  async function killBuild(guide: string, when: (kill: () => void) => () => void): Promise<void> {
    const child = startDsg('build', guide, '--out', out)
    const stop = when(() => child.kill('SIGKILL'))
    await ended(child)
    stop()
  }

  function assertWhole(): void {
    const tree = treeOf(out)
    assert.ok(editions.some(edition => isDeepStrictEqual(edition, tree)), NEITHER)
  }

  it(`leaves the old folder or the new one, ${KILLS} times over at any moment`, async () => {
    for (let i = 0; i < KILLS; i++) {
      // Spread over the time a build takes, so that each run tries every stage of it.
      const atMs = longestMs * (i + Math.random()) / KILLS
      await killBuild(guides[(i + 1) % 2]!, kill => {
        const timer = setTimeout(kill, atMs)
        return () => clearTimeout(timer)
      })
      assertWhole()
    }
  })

  it(`leaves the old folder or the new one, ${KILLS} times over while files are being written`, async () => {
    let killed = 0
    for (let i = 0; i < KILLS; i++) {
      let changes = 0
      await killBuild(guides[(i + 1) % 2]!, kill => {
        // The first change beside the folder is the draft's beginning, the next are the renames.
        const watcher = watch(parent, () => { if (++changes === 1 + i % 4) { killed++; kill() } })
        return () => watcher.close()
      })
      assertWhole()
    }
    assert.ok(killed > KILLS / 2, `only ${killed} builds were killed while they wrote`)
  })

  it('brings the old folder back after the machine stopped between the two renames', async () => {
    await runDsg('build', guides[0]!, '--out', out)
    // As such a build leaves it; no process has so high a number.
    renameSync(out, join(parent, '.site.dsg-old-99999999'))
    mkdirSync(join(parent, '.site.dsg-new-99999999'))
    const faulty = writeGuide(join(root, 'faulty'), {[MODULE_PATH]: 'no front matter'})
    const {code} = await runDsg('build', faulty, '--out', out)
    assert.equal(code, 1)
    assert.deepEqual(treeOf(out), editions[0])
  })

  it('clears up what killed builds left behind', async () => {
    assert.equal((await runDsg('build', guides[1]!, '--out', out)).code, 0)
    assert.deepEqual(readdirSync(parent), ['site'])
    assert.deepEqual(treeOf(out), editions[1])
  })
})
