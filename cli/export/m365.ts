import {createHash} from 'node:crypto'
import type {Guide} from '../../components/model/guide/guide.js'
import type {Module} from '../../components/model/guide/module.js'
import {reviewState} from '../../components/model/guide/review.js'
import {madeId} from '../../components/model/ids/made-id.js'
import {catalogueStrings} from '../../components/elements/shared/words/catalogue.strings.js'
import {longDate} from '../../components/elements/shared/words/dates.js'
import type {CourseFile} from './course.js'
import {exportStrings} from './export.strings.js'

/** The web part of Microsoft 365 learning pathways asks for this file, below the address of the content pack. */
export const MANIFEST = 'v4/manifest.json'
/** The language that the web part falls back to where it has no other; the words are the guide's own. */
const LANGUAGE = 'en-US'
const IMAGE = 'images/guide.svg'

/**
 * A content pack for Microsoft 365 learning pathways, version 4: each pathway is a playlist, and each of its modules an
 * asset that is shown in a frame. That project's `installation/JSONSchema.md` describes the files below the manifest; its
 * `docs/m365Community/v4` and `Models.ts` show all of them.
 *
 * A module whose review is overdue has a status that says so, which the web part shows to those who choose what people see. The
 * project's own status for what is no longer kept, "Retired", is for none of ours: a module that was taken away is in no
 * pack any more.
 *
 * @param site - where the guide is on the web, with a slash at its end
 * @param day - of the export, as 2026-11-23
 */
export function learningPathwaysFiles(guide: Guide, site: URL, day: string): CourseFile[] {
  const folder = `v4/${LANGUAGE.toLowerCase()}`
  return [
    json(MANIFEST, manifest(site)),
    json(`${folder}/metadata.json`, metadata(guide, day)),
    json(`${folder}/playlists.json`, playlists(guide)),
    json(`${folder}/assets.json`, assets(guide, site, day)),
    {path: `v4/neutral/${IMAGE}`, body: picture},
  ]
}

function manifest(site: URL) {
  return {
    // The web part does not accept a manifest without this. With an empty key, it sends nothing anywhere.
    Telemetry: {AppInsightKey: ''},
    Version: {Manifest: 'v4', ManifestMinWebPart: '5.0.0', CurrentWebPart: '5.0.0', RepoURL: site.href},
    ContentPacks: [],
    AssetOrigins: [site.origin],
    Languages: [LANGUAGE],
  }
}

function metadata(guide: Guide, day: string) {
  const {title} = guide
  const {audiences, stages} = catalogueStrings.en
  const category = (id: string, name: string, children: object[]) => ({
    Id: id, Name: name, Image: IMAGE, TechnologyId: '', SubjectId: '', Source: sourceOf(guide), SubCategories: children,
  })
  return {
    Technologies: [],
    Categories: [category(guid(guide, 'category'), title, [category(shelfOf(guide), exportStrings.en.category, [])])],
    Audiences: audiencesOf(guide).map(name => ({Id: guid(guide, 'audience', name), Name: audiences[name] ?? name})),
    Sources: [sourceOf(guide)],
    Levels: stagesOf(guide).map(stage => ({Id: guid(guide, 'stage', String(stage)), Name: stages[stage]!})),
    StatusTag: guide.modules.some(module => isOverdue(module, day))
      ? [{Id: overdueTag(guide), Name: exportStrings.en.overdue}] : [],
  }
}

function playlists(guide: Guide) {
  return guide.pathways.map(pathway => {
    const modules = modulesOf(guide, pathway.modules)
    const [audience] = pathway.audience
    return {
      Id: guid(guide, 'pathway', pathway.id),
      Title: pathway.title,
      Image: IMAGE,
      LevelId: modules.length ? guid(guide, 'stage', String(Math.min(...modules.map(({stage}) => stage)))) : '',
      AudienceId: audience === undefined ? '' : guid(guide, 'audience', audience),
      TechnologyId: '',
      SubjectId: '',
      Source: sourceOf(guide),
      CatId: shelfOf(guide),
      Description: pathway.summary,
      StatusTagId: '',
      StatusNote: '',
      Assets: modules.map(({id}) => guid(guide, 'module', id)),
    }
  })
}

function assets(guide: Guide, site: URL, day: string) {
  return guide.modules.map(module => ({
    Id: guid(guide, 'module', module.id),
    Title: module.title,
    Description: module.outcomes.join('; '),
    Url: new URL(`embed.html?${new URLSearchParams({show: 'module', module: module.id})}`, site).href,
    TechnologyId: '',
    SubjectId: '',
    Source: sourceOf(guide),
    StatusTagId: isOverdue(module, day) ? overdueTag(guide) : '',
    StatusNote: isOverdue(module, day) ? exportStrings.en.wasDue(longDate(module.nextReview!, guide.lang)) : '',
  }))
}

function isOverdue(module: Module, day: string): boolean {
  return reviewState(module, day) === 'overdue'
}

function overdueTag(guide: Guide): string {
  return guid(guide, 'status', 'overdue')
}

function modulesOf(guide: Guide, ids: readonly string[]): Module[] {
  return ids.flatMap(id => guide.modules.find(module => module.id === id) ?? [])
}

function audiencesOf({pathways}: Guide): string[] {
  return [...new Set(pathways.flatMap(({audience}) => audience.slice(0, 1)))]
}

function stagesOf({modules}: Guide): number[] {
  return [...new Set(modules.map(({stage}) => stage))].sort((a, b) => a - b)
}

function sourceOf({publisher, title}: Guide): string {
  return publisher ?? title
}

/** The id of the one category inside the guide's category: the web part lists playlists only below a second level. */
function shelfOf(guide: Guide): string {
  return guid(guide, 'pathways')
}

/** An id that is the same in every edition. So what a site has hidden or reordered stays that way. */
function guid({id}: Guide, ...of: string[]): string {
  return madeId(createHash('sha256').update([id, ...of].join('/')).digest('hex'))
}

function json(path: string, value: unknown): CourseFile {
  return {path, body: `${JSON.stringify(value, undefined, 2)}\n`}
}

/** An open book, shown for each playlist: the web part would show a broken image where there is none. */
const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300" width="400" height="300">
<rect width="400" height="300" fill="#005eb8"/>
<path fill="none" stroke="#fff" stroke-width="14" stroke-linejoin="round"
  d="M200 100c-30-20-70-24-110-16v122c40-8 80-4 110 16 30-20 70-24 110-16V84c-40-8-80-4-110 16zv122"/>
</svg>
`
