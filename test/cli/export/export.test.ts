import assert from 'node:assert/strict'
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {after, before, describe, it} from 'node:test'
import {strFromU8, unzipSync} from 'fflate'
import {ended, runDsg, startDsg, temporaryFolder} from '../run-dsg.js'
import {MODULE_PATH, moduleText, writeGuide} from '../sample-guide.js'
import {PNG} from '../sample-images.js'

const root = temporaryFolder()
const OTHER = 'pathways/safe-work/other-page.md'
const content = writeGuide(join(root, 'content'), {
  [MODULE_PATH]: moduleText('lock-screen', 'Read the [other page](module:other-page) & ![A lock](lock.png)'),
  [OTHER]: moduleText('other-page', '![A door](door.png)').replaceAll('Keep a screen to yourself', 'The other page'),
  'pathways/safe-work/pathway.md': '---\nid: safe-work\ntitle: Work safely\n'
    + 'summary: Small habits that keep data safe.\naudience: [everyone]\nmodules: [lock-screen, other-page]\n---\n',
  'pathways/safe-work/lock.png': PNG,
  'pathways/safe-work/door.png': Buffer.concat([PNG, Buffer.from('door')]),
})

function unzipped(path: string): Record<string, string> {
  const files = Object.entries(unzipSync(readFileSync(path)))
  return Object.fromEntries(files.map(([name, bytes]) => [name, strFromU8(bytes)]))
}

describe('dsg export scorm12 and html', () => {
  const zips = {
    scorm: join(root, 'made/here/pathway.zip'), module: join(root, 'module.zip'), html: join(root, 'html.zip'),
  }
  const files: Record<keyof typeof zips, Record<string, string>> = {scorm: {}, module: {}, html: {}}

  before(async () => {
    const made = [
      await runDsg('export', 'scorm12', content, '--pathway', 'safe-work', '--out', zips.scorm),
      await runDsg('export', 'scorm12', content, '--module', 'lock-screen', '--out', zips.module),
      await runDsg('export', 'html', content, '--pathway', 'safe-work', '--out', zips.html),
    ]
    for (const {code, stderr} of made) assert.equal(code, 0, stderr)
    for (const name of ['scorm', 'module', 'html'] as const) files[name] = unzipped(zips[name])
  })

  it('holds the pages, the images and the scripts', () => {
    const names = Object.keys(files.scorm).map(name => name.replace(/\.[0-9a-z]{10,11}\./, '.'))
    assert.deepEqual(names, [
      'imsmanifest.xml', 'course.css', 'dsg-all.js', 'dsg-course.js', 'guide.json', 'images/door.png',
      'images/lock.png', 'index.html', 'modules/lock-screen.json', 'modules/other-page.json', 'search.json',
    ])
    const {'imsmanifest.xml': _, ...others} = files.scorm
    assert.deepEqual(Object.keys(files.html).sort(), Object.keys(others).sort())
    assert.equal(Object.keys(files.html)[0], 'index.html')
  })

  it('of one module holds that one, its images, and the words of links that lead elsewhere', () => {
    const names = Object.keys(files.module)
    assert.deepEqual(names.filter(name => name.startsWith('images/')).map(name => name.slice(0, 12)), ['images/lock.'])
    const page = files.module[names.find(name => name.startsWith('modules/lock-screen.'))!]!
    assert.ok(page.includes('other page') && !page.includes('module:other-page'))
    assert.ok(!Object.values(files.module).some(text => text.includes('"The other page"')))
    assert.match(files.module['imsmanifest.xml']!, /<title>Keep a screen to yourself<\/title>/)
  })

  it('asks for a learning system only in a SCORM package', () => {
    assert.match(files.scorm['index.html']!, /data-start="#dsg\/pathway\/safe-work" data-reports="scorm12"/)
    assert.match(files.module['index.html']!, /data-start="#dsg\/module\/lock-screen" data-reports="scorm12"/)
    assert.match(files.html['index.html']!, /data-start="#dsg\/pathway\/safe-work">/)
  })

  it('tells its page what was chosen about the learning system', async () => {
    const out = join(root, 'chosen.zip')
    const words = ['export', 'scorm12', content, '--module', 'lock-screen', '--out', out]
    const chosen: {options: string[]; page: RegExp}[] = [
      {options: ['--not-passed', 'failed'], page: /data-reports="scorm12" data-not-passed="failed">/},
      {options: ['--interactions', '--not-passed', 'incomplete'], page: /data-reports="scorm12" data-interactions>/},
      {options: [], page: /data-reports="scorm12">/},
    ]
    for (const {options, page} of chosen) {
      const {code, stderr} = await runDsg(...words, ...options)
      assert.equal(code, 0, stderr)
      assert.match(unzipped(out)['index.html']!, page)
    }
  })

  it('has no inline script or style, and says without script what it is', () => {
    const page = files.scorm['index.html']!
    assert.doesNotMatch(page, /<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/i)
    assert.match(page, /<h1>Work safely<\/h1>\n<p>Small habits/)
    assert.match(page, /<li>Keep a screen to yourself \(5 minutes\)<\/li>/)
    assert.match(page, /needs JavaScript/)
  })

  it('makes the same zip from the same content, wherever in the world', async () => {
    const zone = process.env.TZ
    after(() => { process.env.TZ = zone ?? '' })
    process.env.TZ = 'Pacific/Kiritimati'
    const again = join(root, 'again.zip')
    await runDsg('export', 'scorm12', content, '--pathway', 'safe-work', '--out', again)
    assert.ok(readFileSync(again).equals(readFileSync(zips.scorm)))
  })

  it('replaces a package of the same kind', async () => {
    const {code} = await runDsg('export', 'html', content, '--module', 'other-page', '--out', zips.html)
    assert.equal(code, 0)
    assert.match(unzipped(zips.html)['index.html']!, /The other page/)
  })
})

describe('dsg export m365', () => {
  const zip = join(root, 'm365.zip')
  type Rows = Record<string, unknown>[]
  let files: Record<string, string> = {}
  const json = (path: string): Record<string, never> => JSON.parse(files[path]!) as Record<string, never>
  const rows = (path: string): Rows => JSON.parse(files[path]!) as Rows

  before(async () => {
    const words = ['export', 'm365', content, '--site', 'https://www.example.nhs.uk/guide', '--out', zip]
    const {code, stderr} = await runDsg(...words)
    assert.equal(code, 0, stderr)
    files = unzipped(zip)
  })

  // Names as in docs/m365Community/v4 of github.com/pnp/custom-learning-office-365.
  it('has the four files, with the fields that the web part reads', () => {
    assert.deepEqual(Object.keys(files), [
      'v4/manifest.json', 'v4/en-us/assets.json', 'v4/en-us/metadata.json', 'v4/en-us/playlists.json',
      'v4/neutral/images/guide.svg',
    ])
    const manifest = json('v4/manifest.json')
    assert.deepEqual(Object.keys(manifest), ['Telemetry', 'Version', 'ContentPacks', 'AssetOrigins', 'Languages'])
    assert.deepEqual(Object.keys(manifest.Version!), ['Manifest', 'ManifestMinWebPart', 'CurrentWebPart', 'RepoURL'])
    assert.deepEqual(Object.keys(json('v4/en-us/metadata.json')), [
      'Technologies', 'Categories', 'Audiences', 'Sources', 'Levels', 'StatusTag',
    ])
    const [playlist] = rows('v4/en-us/playlists.json')
    assert.deepEqual(Object.keys(playlist!), [
      'Id', 'Title', 'Image', 'LevelId', 'AudienceId', 'TechnologyId', 'SubjectId', 'Source', 'CatId', 'Description',
      'StatusTagId', 'StatusNote', 'Assets',
    ])
    const [asset] = rows('v4/en-us/assets.json')
    assert.deepEqual(Object.keys(asset!), [
      'Id', 'Title', 'Description', 'Url', 'TechnologyId', 'SubjectId', 'Source', 'StatusTagId', 'StatusNote',
    ])
  })

  it('names only what is there: categories, levels, audiences, assets and images', () => {
    interface Row { Id: string; SubCategories: {Id: string; Image: string}[] }
    const metadata = json('v4/en-us/metadata.json') as unknown as Record<string, Row[]>
    const ids = (name: string): string[] => metadata[name]!.map(({Id}) => Id)
    const shelves = metadata.Categories!.flatMap(({SubCategories}) => SubCategories.map(({Id}) => Id))
    const assets = rows('v4/en-us/assets.json').map(({Id}) => Id)
    for (const {CatId, LevelId, AudienceId, Assets, Image} of rows('v4/en-us/playlists.json')) {
      assert.ok(shelves.includes(CatId as string))
      assert.ok(ids('Levels').includes(LevelId as string))
      assert.ok(ids('Audiences').includes(AudienceId as string))
      assert.ok((Assets as string[]).every(id => assets.includes(id)) && (Assets as string[]).length === 2)
      assert.ok(`v4/neutral/${Image}` in files)
    }
    const all = [...ids('Categories'), ...shelves, ...ids('Levels'), ...ids('Audiences'), ...assets as string[]]
    assert.equal(new Set(all).size, all.length)
    for (const id of all) assert.match(id, /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  })

  it('leads to the frame page of the site, which the web part is told to listen to', () => {
    assert.deepEqual(rows('v4/en-us/assets.json').map(({Url}) => Url), [
      'https://www.example.nhs.uk/guide/embed.html?show=module&module=lock-screen',
      'https://www.example.nhs.uk/guide/embed.html?show=module&module=other-page',
    ])
    assert.deepEqual(json('v4/manifest.json').AssetOrigins, ['https://www.example.nhs.uk'])
    assert.deepEqual(json('v4/manifest.json').Telemetry, {AppInsightKey: ''})
  })

  it('keeps its ids from edition to edition', async () => {
    const changed = writeGuide(join(root, 'changed'), {[MODULE_PATH]: moduleText('lock-screen', 'Other words.')})
    const later = join(root, 'later.zip')
    await runDsg('export', 'm365', changed, '--site', 'https://www.example.nhs.uk/guide/', '--out', later)
    const asset = (JSON.parse(unzipped(later)['v4/en-us/assets.json']!) as Rows)[0]!
    assert.equal(asset.Id, rows('v4/en-us/assets.json')[0]!.Id)
  })
})

describe('dsg export, asked for what it cannot do', () => {
  const here = join(root, 'refused')
  const foreign = join(here, 'report.zip')
  const faulty = writeGuide(join(root, 'faulty'), {[MODULE_PATH]: moduleText('lock-screen', '[Away](module:nowhere)')})

  before(() => {
    mkdirSync(join(here, 'folder.zip'), {recursive: true})
    writeFileSync(foreign, 'PK\u0003\u0004 somebody else')
    writeFileSync(join(here, 'file'), 'not a folder')
  })

  const scorm = ['scorm12', content]
  const pathway = [...scorm, '--pathway', 'safe-work']
  const to = (...path: string[]) => ['--out', join(here, ...path)]
  const cases: {why: string; words: string[]; code?: number; says: RegExp}[] = [
    {why: 'a pathway that does not exist', words: [...scorm, '--pathway', 'safe-wrok', ...to('course.zip')],
      says: /There is no pathway "safe-wrok"\. Did you mean "safe-work"\? There are:\n {2}safe-work {2}Work safely/},
    {why: 'a module that does not exist', words: ['html', content, '--module', 'nothing', ...to('course.zip')],
      says: /There is no module "nothing"\. There are:\n {2}lock-screen {2}Keep a screen to yourself\n {2}other-page/},
    {why: 'content with errors', words: ['scorm12', faulty, '--pathway', 'safe-work', ...to('course.zip')], code: 1,
      says: /lock-screen\.md:\d+:.*error[^]*Nothing was written\./},
    {why: 'a content folder that is not there', words: ['scorm12', join(root, 'nowhere'), ...to('course.zip')],
      says: /nowhere/},
    {why: 'neither a pathway nor a module', words: [...scorm, ...to('course.zip')],
      says: /--pathway ID or --module ID/},
    {why: 'both', words: [...pathway, '--module', 'lock-screen', ...to('course.zip')], says: /one of them/},
    {why: 'a kind of package that there is not', words: ['scorm2004', content, ...to('course.zip')],
      says: /scorm12\|html\|m365/},
    {why: 'a folder that is a file', words: [...pathway, ...to('file', 'course.zip')],
      says: /could not be written: .+ What was there is as it was\./},
    {why: 'a folder that nobody can write to', words: [...pathway, '--out', '/proc/course.zip'],
      says: /could not be written/},
    {why: 'a name that is a folder', words: [...pathway, ...to('folder.zip')], says: /is a folder\./},
    {why: 'a name that is no zip', words: [...pathway, ...to('course.docx')], says: /does not end in \.zip/},
    {why: 'a file of another kind in its place', words: [...pathway, '--out', foreign],
      says: /not a package of this kind/},
    {why: 'no site', words: ['m365', content, ...to('course.zip')], says: /--site https:/},
    {why: 'a site without a lock', words: ['m365', content, '--site', 'http://example.nhs.uk/', ...to('course.zip')],
      says: /begin with https:\/\//},
    {why: 'interactions for a page that reports nothing', words: ['html', content, '--interactions', ...to('course.zip')],
      says: /"dsg export html" has no option --interactions/},
    {why: 'a status that there is not', words: [...pathway, '--not-passed', 'fail', ...to('course.zip')],
      says: /"fail" is not a status\. Did you mean "failed"\? Write --not-passed incomplete or --not-passed failed\./},
    {why: 'an option with a slip', words: [...scorm, '--pathwya', 'safe-work', ...to('course.zip')], says: /--pathwya/},
  ]
  for (const {why, words, code = 2, says} of cases) {
    it(`${why}: says so, and writes nothing`, async () => {
      const ran = await runDsg('export', ...words)
      assert.equal(ran.code, code, ran.stderr)
      assert.match(ran.stderr, says)
      assert.deepEqual(readdirSync(here).sort(), ['file', 'folder.zip', 'report.zip'])
      assert.equal(readFileSync(foreign, 'latin1'), 'PK\u0003\u0004 somebody else')
    })
  }
})

describe('dsg export, killed', () => {
  const KILLS = 12

  it(`leaves a whole zip or none, ${KILLS} times over at any moment`, async () => {
    const folder = join(root, 'killed')
    mkdirSync(folder)
    const out = join(folder, 'course.zip')
    const words = ['export', 'scorm12', content, '--pathway', 'safe-work', '--out', out]
    const started = performance.now()
    await runDsg(...words.slice(0, -1), join(root, 'whole.zip'))
    const wholeMs = performance.now() - started
    const whole = readFileSync(join(root, 'whole.zip'))
    for (let i = 0; i < KILLS; i++) {
      const child = startDsg(...words)
      // Spread over the second half of the time that it takes, where the zip is made.
      const timer = setTimeout(() => child.kill('SIGKILL'), wholeMs * (1 + (i + Math.random()) / KILLS) / 2)
      await ended(child)
      clearTimeout(timer)
      const isWhole = !existsSync(out) || readFileSync(out).equals(whole)
      assert.ok(isWhole, 'The zip is not whole. (Was a file under components/ edited while this ran?)')
      assert.deepEqual(readdirSync(folder).filter(name => name.endsWith('.zip') && name !== 'course.zip'), [])
    }
  })
})
