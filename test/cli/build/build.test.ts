import assert from 'node:assert/strict'
import {existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {before, describe, it} from 'node:test'
import type {GuideManifest, ModuleFile, SearchFile} from '../../../components/model/pack/files.js'
import {manifestProblems, moduleFileProblems, searchFileProblems} from '../../../components/model/pack/check-pack.js'
import {runDsg, temporaryFolder} from '../run-dsg.js'
import {MODULE_PATH, moduleText, WORDS_LINE, writeGuide} from '../sample-guide.js'
import {PNG} from '../sample-images.js'
import {treeOf} from '../tree.js'

const root = temporaryFolder()

describe('dsg build', () => {
  const content = join(root, 'content')
  const out = join(root, 'made/site')
  const read = (path: string): string => readFileSync(join(out, path), 'utf8')
  let printed = ''

  before(async () => {
    writeGuide(content, {
      [MODULE_PATH]: moduleText('lock-screen', [
        'Press [two](module:lock-screen#how-to-do-it) keys.', '![A lock](lock.png)',
        'Read what a [lock](glossary:lock) is: `a < b`.',
      ].join('\n\n')),
      'pathways/safe-work/lock.png': PNG,
      'pathways/safe-work/not-shown.png': PNG,
    })
    const {code, stdout, stderr} = await runDsg('build', content, '--out', out)
    assert.equal(code, 0, stderr)
    printed = stdout
  })

  it('writes a pack that the loader takes, with every file it names', () => {
    const manifest = JSON.parse(read('guide.json')) as GuideManifest
    assert.deepEqual(manifestProblems(manifest), [])
    for (const {file} of manifest.modules) {
      assert.deepEqual(moduleFileProblems(JSON.parse(read(file)) as ModuleFile), [])
    }
    const search = JSON.parse(read(manifest.search)) as SearchFile
    assert.deepEqual(searchFileProblems(search), [])
    assert.ok(search.index, 'with an index, so that no page has to make one')
  })

  it('writes the images that are shown, under a name that changes with them', () => {
    const [name, ...others] = readdirSync(join(out, 'images'))
    assert.match(name ?? '', /^lock\.[0-9a-f]{10}\.png$/)
    assert.deepEqual(others, [])
    const [image = ''] = /<img [^>]+>/.exec(read('modules/lock-screen.html')) ?? []
    for (const part of [`src="../images/${name}"`, 'alt="A lock"', 'width="7"', 'height="5"']) {
      assert.ok(image.includes(part), image)
    }
  })

  it('writes scripts that lead nowhere but to each other', () => {
    const chunks = readdirSync(join(out, 'chunks'))
    const imports = [...read('dsg.js').matchAll(/(?:import|from)\s*\(?[`'"]([^`'"]+)[`'"]/g)].map(match => match[1]!)
    assert.ok(imports.length > 0)
    for (const path of imports) assert.ok(chunks.includes(path.replace('./chunks/', '')), path)
  })

  it('writes pages that read without script', () => {
    const index = read('index.html')
    assert.match(index, /<dsg-guide src="guide\.json"[^>]*>[^]+<h1[^>]*>A guide to test with<\/h1>[^]+<\/dsg-guide>/)
    assert.match(index, /<a href="modules\/lock-screen\.html">Keep a screen to yourself<\/a> \(5 minutes\)/)
    const page = read('modules/lock-screen.html')
    const expected = [
      'Press <a', 'ext 4444', 'Lock the screen', 'an open screen shows', 'a &lt; b', 'not yet reviewed',
    ]
    for (const words of expected) {
      assert.ok(page.includes(words), `"${words}" is missing`)
    }
    assert.ok(page.indexOf('Turn the screen away') < page.indexOf('>Answers<'))
    assert.ok(page.indexOf('>Answers<') < page.indexOf('People can still walk round'))
  })

  it('writes links that lead to something', () => {
    const pages = ['index.html', 'glossary.html', 'embed-this.html', 'pathways/safe-work.html', 'modules/lock-screen.html']
    for (const page of pages) {
      for (const [, href = ''] of read(page).matchAll(/(?:href|src)="([^"]+)"/g)) {
        if (href.startsWith('https:')) continue
        const {pathname, hash} = new URL(href, `file://${out}/${page}`)
        assert.ok(existsSync(decodeURIComponent(pathname)), `${page} leads to ${href}`)
        const target = hash && readFileSync(decodeURIComponent(pathname), 'utf8')
        if (hash) assert.ok(target.includes(`id="${hash.slice(1)}"`), `${page} leads to ${href}`)
      }
    }
  })

  it('writes no inline script or style and none of the marks Lit leaves for itself', () => {
    for (const page of ['index.html', 'modules/lock-screen.html']) {
      assert.doesNotMatch(read(page), /<script(?![^>]*\ssrc=| type="application\/json">[^<]*<\/script>)|<style|\sstyle=|\son\w+=|<!--|<\?|pack\.invalid/i)
    }
  })

  it('ends with a snippet to paste and how to check it', () => {
    assert.match(printed, /<script type="module" src="\/guide\/dsg\.js"><\/script>/)
    assert.match(printed, /<dsg-quiz src="\/guide\/guide\.json" module="lock-screen">/)
    assert.match(printed, /To check: /)
    assert.match(printed, /No page names its own address, and there is no sitemap/)
  })

  it('writes the same bytes from the same content', async () => {
    const again = join(root, 'again')
    await runDsg('build', content, '--out', again)
    assert.deepEqual(treeOf(again), treeOf(out))
  })

  it('replaces what it wrote, and leaves nothing of the old edition', async () => {
    const folder = writeGuide(join(root, 'changing'))
    const site = join(root, 'changing-site')
    await runDsg('build', folder, '--out', site)
    const before = Object.keys(treeOf(site)!)
    writeGuide(folder, {[MODULE_PATH]: moduleText('lock-screen', 'Other words.')})
    const {code} = await runDsg('build', folder, '--out', site)
    const after = Object.keys(treeOf(site)!)
    assert.equal(code, 0)
    assert.equal(after.length, before.length)
    assert.notDeepEqual(after, before)
  })

  it('writes nothing when the content has errors', async () => {
    const faulty = {[MODULE_PATH]: moduleText('lock-screen', '[Away](module:nowhere)')}
    const folder = writeGuide(join(root, 'faulty'), faulty)
    const before = treeOf(out)
    const over = await runDsg('build', folder, '--out', out)
    const fresh = await runDsg('build', folder, '--out', join(root, 'never'))
    assert.deepEqual([over.code, fresh.code], [1, 1])
    assert.ok(over.stderr.includes(`lock-screen.md:${WORDS_LINE}:`), over.stderr)
    assert.match(over.stderr, /Nothing was written\./)
    assert.deepEqual(treeOf(out), before)
    assert.equal(existsSync(join(root, 'never')), false)
  })

  for (const address of ['https://[bad', 'https://example.org:99999/a.png', 'http:[x']) {
    it(`says where an image at ${address} stands, and finds no fault in itself`, async () => {
      const folder = writeGuide(join(root, 'bad-address'), {[MODULE_PATH]: moduleText('lock-screen', `![A picture](${address})`)})
      const {code, stderr} = await runDsg('build', folder, '--out', join(root, 'bad-address-site'))
      assert.equal(code, 1, stderr)
      assert.ok(stderr.includes(`lock-screen.md:${WORDS_LINE}:1 error: No browser can read the address of this image.`), stderr)
      assert.doesNotMatch(stderr, /fault in dsg/)
    })
  }

  it('shows images of another site only when it is told to, in the pages, their elements and the frame page', async () => {
    const folder = writeGuide(join(root, 'elsewhere'), {
      [MODULE_PATH]: moduleText('lock-screen', '![A lock](https://images.example.org/lock.png)'),
    })
    const site = join(root, 'elsewhere-site')
    const files = () => ['modules/lock-screen.html', 'embed.html'].map(path => readFileSync(join(site, path), 'utf8'))
    const without = await runDsg('build', folder, '--out', site)
    assert.match(without.stderr, /warning: This image comes from another site.+\[image-elsewhere\]/)
    for (const page of files()) assert.doesNotMatch(page, /<img|allow-images/)
    assert.equal((await runDsg('build', folder, '--out', site, '--allow-images', 'https://images.example.org/')).code, 0)
    const [module, frame] = files()
    assert.match(module!, /<img src="https:\/\/images\.example\.org\/lock\.png" alt="A lock"/)
    assert.match(module!, /<dsg-module [^>]*allow-images="https:\/\/images\.example\.org"/)
    assert.match(frame!, /<main [^>]*data-allow-images="https:\/\/images\.example\.org"/)
    const wrong = await runDsg('build', folder, '--out', site, '--allow-images', 'images.example.org')
    assert.equal(wrong.code, 2)
    assert.match(wrong.stderr, /"images\.example\.org" cannot be a site that images come from/)
  })

  it('refuses an SVG, which can carry script', async () => {
    const folder = writeGuide(join(root, 'svg'), {
      [MODULE_PATH]: moduleText('lock-screen', '![A lock](lock.svg)'),
      'pathways/safe-work/lock.svg': '<svg onload="alert(1)"/>',
    })
    const {code, stderr} = await runDsg('build', folder, '--out', join(root, 'svg-site'))
    assert.equal(code, 1)
    assert.match(stderr, /lock\.svg:1:1 error: .+\[image-type\]/)
  })
})

describe('dsg build --out', () => {
  const content = writeGuide(join(root, 'guide/content'))
  const place = (name: string): string => join(root, 'places', name)
  mkdirSync(place('foreign'), {recursive: true})
  writeFileSync(join(place('foreign'), 'letter.txt'), 'Dear Sir')
  writeFileSync(place('file'), 'Not a folder')
  mkdirSync(place('other-json'))
  writeFileSync(join(place('other-json'), 'guide.json'), '{"format": "a travel guide"}')
  mkdirSync(place('pack-and-more'))
  writeFileSync(join(place('pack-and-more'), 'guide.json'), '{"format": "dsg-guide"}')
  writeFileSync(join(place('pack-and-more'), 'thesis.docx'), 'Years of work')
  symlinkSync(content, place('link-to-content'))

  const refusals = [
    {out: place('foreign'), says: /no guide\.json that dsg wrote/},
    {out: place('file'), says: /is a file/},
    {out: join(place('file'), 'inside'), says: /could not be written|is a file/},
    {out: place('other-json'), says: /no guide\.json that dsg wrote/},
    {out: place('pack-and-more'), says: /thesis\.docx" was not written by dsg/},
    {out: content, says: /holds the content,/},
    {out: join(root, 'guide'), says: /holds the content,/},
    {out: join(content, 'site'), says: /inside the content folder/},
    {out: place('link-to-content'), says: /holds the content,/},
    {out: '/', says: /holds the content,/},
  ]
  for (const {out, says} of refusals) {
    it(`refuses ${out.replace(root, '…')} and changes nothing`, async () => {
      const before = treeOf(root)
      const {code, stderr} = await runDsg('build', content, '--out', out)
      assert.equal(code, 2, stderr)
      assert.match(stderr, says)
      assert.doesNotMatch(stderr, /^\s+at /m)
      assert.deepEqual(treeOf(root), before)
    })
  }

  it('says what is missing when no folder is named', async () => {
    const {code, stderr} = await runDsg('build', content)
    assert.equal(code, 2)
    assert.match(stderr, /--out site/)
  })

  it('takes an empty folder', async () => {
    mkdirSync(place('empty'))
    assert.equal((await runDsg('build', content, '--out', place('empty'))).code, 0)
    assert.ok(existsSync(join(place('empty'), 'index.html')))
  })
})
