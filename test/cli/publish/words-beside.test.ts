import assert from 'node:assert/strict'
import {rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, it} from 'node:test'
import {checkWords} from '../../../cli/publish/check-words.js'
import {readLayers} from '../../../cli/content/read-layers.js'
import {wordsBeside} from '../../../cli/publish/words-beside.js'
import {runDsg, temporaryFolder} from '../run-dsg.js'
import {MODULE_PATH, moduleText, writeGuide} from '../sample-guide.js'

const root = temporaryFolder()
let count = 0
/** A guide with these words on its page, and with so many notes for editors, which are read as well. */
function guideOf(words: string, notes = 0): string {
  const files = Array.from({length: notes}, (_, i) => [`notes/${i}/readme.md`, 'A note.\n'] as const)
  return writeGuide(join(root, String(count++)), {[MODULE_PATH]: moduleText('lock-screen', words), ...Object.fromEntries(files)})
}
const notHere = () => assert.fail('They were checked here.')
const UTILISE = 'Utilise the keys. Colleges can see a scren.'

describe('words checked in a process of their own', () => {
  it('need the same as here, an organisation\'s folder among them', async () => {
    const [content, locals] = ['content', ['hosts/example-trust/local']] as const
    const sample = guideOf(UTILISE)
    for (const [folder, laid] of [[content, locals], [sample, []]] as const) {
      const {files} = readLayers(folder, laid)
      assert.deepEqual(await wordsBeside(folder, laid, notHere)(files), checkWords(files))
    }
    assert.ok(checkWords(readLayers(sample, []).files).length > 0)
  })

  it('are all told, however many they are and however busy this process is', async () => {
    const folder = guideOf('Meet on the 6th August 2018 at 5pm.\n\n'.repeat(3_000))
    const {files} = readLayers(folder, [])
    const wordsOf = wordsBeside(folder, [], notHere)
    const here = checkWords(files)
    assert.ok(JSON.stringify(here).length > 500_000, String(JSON.stringify(here).length))
    assert.deepEqual(await wordsOf(files), here)
  })

  it('are those of the files that were compiled, when somebody saves another meanwhile', async () => {
    const folder = guideOf(UTILISE)
    const {files} = readLayers(folder, [])
    writeFileSync(join(folder, MODULE_PATH), moduleText('lock-screen'))
    assert.deepEqual(await wordsBeside(folder, [])(files), checkWords(files))
  })

  it('are checked all the same when that process ends without a word', async () => {
    const folder = guideOf(UTILISE)
    const {files} = readLayers(folder, [])
    rmSync(folder, {recursive: true})
    assert.deepEqual(await wordsBeside(folder, [])(files), checkWords(files))
  })

  it('are reported by a check of a large guide', async () => {
    const [few, many] = await Promise.all([0, 400].map(notes => runDsg('check', guideOf(UTILISE, notes))))
    assert.match(many!.stdout, /scren/)
    const withoutFolder = (text: string) => text.replace(/^.*?(?=pathways\/)/gm, '')
    assert.equal(withoutFolder(many!.stdout), withoutFolder(few!.stdout))
    assert.equal(many!.code, few!.code)
  })
})
