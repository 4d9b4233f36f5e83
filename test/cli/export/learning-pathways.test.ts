import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {before, describe, it} from 'node:test'
import {Ajv2020} from 'ajv/dist/2020.js'
import {strFromU8, unzipSync} from 'fflate'
import {runDsg, temporaryFolder} from '../run-dsg.js'
import {MODULE_PATH, moduleText, writeGuide} from '../sample-guide.js'

/**
 * The shapes of a content pack, restated from the words of `installation/JSONSchema.md` and `CreateCustomContentPack.md` in
 * github.com/pnp/custom-learning-office-365 (MIT), as at August 2026. A reference that leads nowhere is "".
 */
const guid = {type: 'string', pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'}
const reference = {anyOf: [guid, {const: ''}]}
const text = {type: 'string'}
const words = {type: 'string', minLength: 1}
const list = (items: object) => ({type: 'array', items})
function fields(required: Record<string, object>, optional: Record<string, object> = {}) {
  return {type: 'object', properties: {...required, ...optional}, required: Object.keys(required), additionalProperties: false}
}
const named = fields({Id: guid, Name: words})

const METADATA = {
  $defs: {
    category: fields({
      Id: guid, Name: words, Image: text, TechnologyId: reference, SubjectId: reference, Source: text,
      SubCategories: list({$ref: '#/$defs/category'}),
    }, {StatusTagId: reference}),
  },
  ...fields({
    Technologies: list(fields({Id: guid, Name: words, Subjects: list(named)})), Categories: list({$ref: '#/$defs/category'}),
    Audiences: list(named), Sources: list(words), Levels: list(named), StatusTag: list(named),
  }),
}
const PLAYLISTS = list(fields({
  Id: guid, Title: words, Image: text, LevelId: reference, AudienceId: reference, TechnologyId: reference, SubjectId: reference,
  Source: text, CatId: guid, Description: text, Assets: list(guid),
}, {StatusTagId: reference, StatusNote: text}))
const ASSETS = list(fields({
  Id: guid, Title: words, Description: text, Url: {type: 'string', pattern: '^https://'}, TechnologyId: reference,
  SubjectId: reference, Source: text,
}, {StatusTagId: reference, StatusNote: text}))

interface Category { Id: string; Source: string; SubCategories: Category[] }
interface Row { Id: string; Source: string; StatusTagId: string; StatusNote: string }
interface Playlist extends Row { CatId: string; LevelId: string; AudienceId: string; Assets: string[] }
interface Metadata {
  Categories: Category[]
  Sources: string[]
  Levels: {Id: string}[]
  Audiences: {Id: string}[]
  StatusTag: {Id: string; Name: string}[]
}

const ajv = new Ajv2020({strict: true, strictRequired: false})
const fits = {metadata: ajv.compile(METADATA), playlists: ajv.compile(PLAYLISTS), assets: ajv.compile(ASSETS)}

interface Pack { metadata: Metadata; playlists: Playlist[]; assets: Row[] }

/** What of a pack does not fit the schema, or leads nowhere. */
function problems({metadata, playlists, assets}: Pack): string[] {
  const found: string[] = []
  for (const [name, value] of Object.entries({metadata, playlists, assets})) {
    const check = fits[name as keyof Pack]
    if (!check(value)) found.push(...check.errors!.map(({instancePath, message}) => `${name}${instancePath} ${message}`))
  }
  const all = (categories: readonly Category[]): Category[] => categories.flatMap(each => [each, ...all(each.SubCategories)])
  const ids = (rows: readonly {Id: string}[]) => ['', ...rows.map(({Id}) => Id)]
  const leads = (name: string, id: string, there: readonly string[]) => {
    if (!there.includes(id)) found.push(`${name} "${id}" leads nowhere`)
  }
  for (const {Source} of [...all(metadata.Categories), ...playlists, ...assets]) leads('Source', Source, metadata.Sources)
  for (const {StatusTagId} of [...playlists, ...assets]) leads('StatusTagId', StatusTagId, ids(metadata.StatusTag))
  for (const playlist of playlists) {
    leads('CatId', playlist.CatId, all(metadata.Categories).map(({Id}) => Id))
    leads('LevelId', playlist.LevelId, ids(metadata.Levels))
    leads('AudienceId', playlist.AudienceId, ids(metadata.Audiences))
    for (const asset of playlist.Assets) leads('asset', asset, assets.map(({Id}) => Id))
  }
  const {Categories, Levels, Audiences} = metadata
  const owned = [...all(Categories), ...Levels, ...Audiences, ...playlists, ...assets].map(({Id}) => Id)
  if (new Set(owned).size < owned.length) found.push('Two have one Id')
  return found
}

const root = temporaryFolder()
let made = 0

/** @param named - options of `dsg export m365` */
async function exported(content: string, ...named: string[]): Promise<Pack> {
  const zip = join(root, `${++made}.zip`)
  const site = 'https://www.example.nhs.uk/guide'
  const {code, stderr} = await runDsg('export', 'm365', content, '--site', site, '--out', zip, ...named)
  assert.equal(code, 0, stderr)
  const files = unzipSync(readFileSync(zip))
  const read = (name: string) => JSON.parse(strFromU8(files[`v4/en-us/${name}.json`]!)) as never
  return {metadata: read('metadata'), playlists: read('playlists'), assets: read('assets')}
}

describe('a content pack fits the schema of Microsoft 365 learning pathways', () => {
  const content = writeGuide(join(root, 'content'))
  const shipped = new URL('../../../content', import.meta.url).pathname

  before(() => {
    // The schema can fail: a check that takes anything proves nothing.
    assert.equal(fits.assets([{Id: 'no guid'}]), false)
    assert.equal(fits.metadata({}), false)
  })

  const cases: {why: string; content: string; named?: string[]}[] = [
    {why: 'the guide that comes with it', content: shipped},
    {why: 'that guide, years later', content: shipped, named: ['--on', '2040-01-01']},
    {why: 'a small guide', content},
    {why: 'one pathway', content, named: ['--pathway', 'safe-work']},
    {why: 'one module', content, named: ['--module', 'lock-screen']},
    {
      why: 'a module for nobody in particular, with signs in its title',
      content: writeGuide(join(root, 'signs'), {
        [MODULE_PATH]: moduleText('lock-screen').replaceAll('Keep a screen to yourself', 'Screens & "keys" – é 🔒'),
      }),
    },
  ]
  for (const {why, content: folder, named = []} of cases) {
    it(why, async () => assert.deepEqual(problems(await exported(folder, ...named)), []))
  }

  it('has no status for a module whose review is not over, and says of one when it was due', async () => {
    const onTheDay = await exported(content, '--on', '2029-05-01')
    assert.deepEqual(onTheDay.metadata.StatusTag, [])
    assert.deepEqual(onTheDay.assets.map(({StatusTagId, StatusNote}) => StatusTagId + StatusNote), [''])
    const after = await exported(content, '--on', '2029-05-02')
    assert.deepEqual(after.metadata.StatusTag.map(({Name}) => Name), ['Review overdue'])
    assert.deepEqual(after.assets.map(({StatusTagId, StatusNote}) => [StatusTagId, StatusNote]), [
      [after.metadata.StatusTag[0]!.Id, 'Its review was due on 1 May 2029.'],
    ])
  })
})
