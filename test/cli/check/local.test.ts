import assert from 'node:assert/strict'
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {before, describe, it} from 'node:test'
import type {GuideManifest} from '../../../components/model/pack/files.js'
import {runDsg, temporaryFolder, type Ran} from '../run-dsg.js'
import {MODULE_PATH, moduleText, writeGuide} from '../sample-guide.js'
import {PNG} from '../sample-images.js'
import {treeOf} from '../tree.js'

const EXAMPLE = 'hosts/example-trust/local'
const root = temporaryFolder()

function writeLocal(name: string, files: Record<string, string | Uint8Array>): string {
  for (const [path, body] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name, path)), {recursive: true})
    writeFileSync(join(root, name, path), body)
  }
  return join(root, name)
}

/** A page of an organisation, with question ids of its own. */
const ours = (id: string, words?: string): string => moduleText(id, words)

describe('dsg build --with', () => {
  const content = writeGuide(join(root, 'content'), {
    [MODULE_PATH]: moduleText('lock-screen', '![A lock](lock.png)'), 'pathways/safe-work/lock.png': PNG,
  })
  const out = join(root, 'site')
  const manifest = (): GuideManifest => JSON.parse(readFileSync(join(out, 'guide.json'), 'utf8')) as GuideManifest
  let first: Ran

  before(async () => {
    const local = writeLocal('local', {
      'settings.yaml': 'it_service_desk: ext 7777\n',
      'local.yaml': 'title: Our guide\n',
      'pathways/safe-work/our-page.md': ours('our-page', '![Our door](door.png) ![A lock](lock.png)'),
      'pathways/safe-work/door.png': PNG,
    })
    first = await runDsg('build', content, '--with', local, '--out', out)
  })

  it('builds one guide of both', () => {
    assert.equal(first.code, 0, first.stderr)
    const {title, settings, pathways} = manifest()
    assert.deepEqual([title, settings.it_service_desk], ['Our guide', 'ext 7777'])
    assert.deepEqual(pathways[0]?.modules, ['lock-screen', 'our-page'])
  })

  it('takes images from beside the local page, or else from the guide', () => {
    const images = Object.keys(treeOf(join(out, 'images')) ?? {}).map(name => name.replace(/\.[0-9a-f]+\./, '.'))
    assert.deepEqual(images, ['door.png', 'lock.png'])
  })

  const broken: {name: string; files: Record<string, string>; says: RegExp}[] = [
    {name: 'a setting with a slip in its name', files: {'settings.yaml': 'it_servce_desk: ext 1\n'},
      says: /settings\.yaml:1:1 error: .* \[unknown-setting\]\n.*Did you mean "it_service_desk"\?/},
    {name: 'a clash of ids', files: {[MODULE_PATH]: ours('lock-screen')},
      says: /lock-screen\.md:2:5 error: The guide has a module "lock-screen" already, in pathways\/safe-work\/lock-screen\.md\. \[local-clash\]/},
    {name: 'a replaced module that is gone', files: {
      'local.yaml': 'replace: {modules: [lock-door]}\n', 'pathways/safe-work/lock-door.md': ours('lock-door')},
    says: /local\.yaml:1:21 error: The guide has no module "lock-door" to replace\. \[local-nothing-to-replace\]/},
    {name: 'a switched-off module that is not there', files: {'local.yaml': 'without: {modules: [lock-scren]}\n'},
      says: /local\.yaml:1:21 error: .*\[local-nothing-to-switch-off\]\n.*Did you mean "lock-screen"\?/},
    {name: 'a local.yaml that cannot be read', files: {'local.yaml': 'title: Ours: theirs\n'},
      says: /local\.yaml:1:8 error: .*\[bad-front-matter\]/},
  ]
  for (const [n, {name, files, says}] of broken.entries()) {
    it(`has one clear line for ${name}, and leaves what was built before`, async () => {
      const local = writeLocal(`broken${n}`, files)
      const was = treeOf(out)
      // On a day before the guide's next review, which would have a line of its own.
      const {code, stderr} = await runDsg('build', content, '--with', local, '--out', out, '--on', '2026-12-01')
      assert.equal(code, 1)
      assert.match(stderr, says)
      assert.match(stderr, /^1 error in 1 file\. Nothing was written\.$/m)
      assert.ok(stderr.includes(`${local}/`), 'the file is named where it is')
      assert.deepEqual(treeOf(out), was)
    })
  }

  it('refuses folders that would be read twice, or written over', async () => {
    const local = writeLocal('twice', {'settings.yaml': 'it_service_desk: ext 1\n'})
    const inside = writeLocal('content/inside', {'settings.yaml': ''})
    for (const words of [
      [content, '--with', content], [content, '--with', inside], [content, '--with', local, '--with', local],
      [content, '--with', root], [content, '--with', join(root, 'nowhere')],
    ]) {
      const {code, stderr} = await runDsg('check', ...words)
      assert.equal(code, 2, words.join(' '))
      assert.equal(stderr.trim().split('\n').length, 1, stderr)
    }
    const {code, stderr} = await runDsg('build', content, '--with', local, '--out', local)
    assert.deepEqual([code, stderr.includes('holds the content')], [2, true])
  })

  it('says how to check a local folder that is named by itself', async () => {
    const {code, stderr} = await runDsg('check', EXAMPLE)
    assert.equal(code, 2)
    assert.ok(stderr.includes(`dsg check content --with ${EXAMPLE}`), stderr)
  })

  it('puts right what is safe in the local folder, where it is', async () => {
    const text = ours('to-fix').replace('<!-- id: to-fix-who -->\n', '')
    const local = writeLocal('fix', {'pathways/safe-work/to-fix.md': text})
    const guide = writeGuide(join(root, 'guide-for-fix'))
    const {code, stderr} = await runDsg('check', guide, '--with', local, '--fix')
    assert.deepEqual([code, /^1 change made in 1 file\.$/m.test(stderr)], [0, true])
    assert.match(readFileSync(join(local, 'pathways/safe-work/to-fix.md'), 'utf8'), /<!-- id: who-may-use/)
  })
})

describe('the example organisation', () => {
  it('has no error and no warning of its own, with the shipped guide', async () => {
    const {code, stdout} = await runDsg('check', 'content', '--with', EXAMPLE, '--format', 'json')
    const {diagnostics} = JSON.parse(stdout) as {diagnostics: {file: string; severity: string}[]}
    assert.equal(code, 0, stdout)
    const own = diagnostics.filter(({file}) => file.startsWith(EXAMPLE))
    assert.deepEqual(own.filter(({severity}) => severity !== 'info'), [])
  })

  it('builds twice into one folder: a page replaced, one switched off, others added, terms joined', async () => {
    const out = join(root, 'example-site')
    for (const time of ['first', 'second']) {
      const {code, stderr} = await runDsg('build', 'content', '--with', EXAMPLE, '--out', out)
      assert.equal(code, 0, `${time} time: ${stderr}`)
    }
    const text = readFileSync(join(out, 'guide.json'), 'utf8')
    const {publisher, modules, pathways, glossary} = JSON.parse(text) as GuideManifest
    assert.match(publisher ?? '', /\(demonstration\)$/)
    const titles = new Map(modules.map(({id, title}) => [id, title]))
    assert.equal(titles.get('join-and-use-a-community'), 'Join a Marsh Vale community')
    assert.equal(titles.has('build-a-champions-network'), false)
    assert.equal(pathways.at(-1)?.id, 'marsh-vale-equipment')
    assert.equal(pathways.find(({id}) => id === 'staying-safe-with-data')?.modules.at(-1), 'marsh-vale-report-button')
    assert.ok(glossary.find(({id}) => id === 'phishing')?.also.includes('dodgy email'))
    const page = modules.find(({id}) => id === 'become-a-digital-champion')?.file ?? ''
    assert.doesNotMatch(readFileSync(join(out, page), 'utf8'), /module:build-a-champions-network/)
  })
})
