import {html, nothing, type TemplateResult} from 'lit'
import {nearest} from '../../model/formats/nearest.js'
import type {GuideManifest} from '../../model/pack/files.js'
import {hashOf, PREFIX, type Route} from '../shared/page/route.js'
import {heading} from '../shared/document/heading.js'
import {stringsFor} from '../shared/words/strings.js'
import type {GuideView} from './guide-view.js'
import {viewsStrings} from './views.strings.js'

/** At most so many near pages are offered. */
const MOST = 3
/** What search takes. */
const LONGEST_QUERY = 64

/** True for a route that leads to nothing that this guide has. */
export function isAstray(route: Route, {pathways, modules, glossary, frameworks}: GuideManifest): boolean {
  const lacks = (list: readonly {id: string}[], wanted: string | undefined) =>
    wanted !== undefined && !list.some(({id}) => id === wanted)
  switch (route.view) {
    case 'unknown': return true
    case 'pathway': return lacks(pathways, route.pathway)
    case 'module': return lacks(modules, route.module)
    case 'glossary': return lacks(glossary, route.term)
    case 'assessment': case 'profile': return !frameworks.length
    default: return false
  }
}

/** Says that nothing is at an address, and how to go on from there. */
export function notThere({guide: {manifest}, route, level, host}: GuideView): TemplateResult {
  const words = stringsFor(host, viewsStrings)
  const asked = wordsIn(route)
  const near = nearTo(asked, manifest)
  return html`
    ${heading(level, words.notThere, {id: 'title', size: 'xl', focusable: true})}
    <p>${words.notThereWhy}</p>
    ${near.length ? html`<p>${words.didYouMean}</p>
      <ul>${near.map(({route, title}) => html`<li><a href=${host.href(route)}>${title}</a></li>`)}</ul>` : nothing}
    <ul>
      ${asked.length ? html`<li><a href=${host.href({view: 'search', query: asked.join(' ').slice(0, LONGEST_QUERY)})}>
        ${words.searchFor(asked.join(' ').slice(0, LONGEST_QUERY))}</a></li>` : nothing}
      <li><a href=${host.href({view: 'home'})}>${words.toHome(manifest.title)}</a></li>
    </ul>`
}

/** The words of an address, without those that say which kind of place was meant. */
function wordsIn(route: Route): string[] {
  const hash = hashOf(route).slice(PREFIX.length)
  const parts = hash.split('/')
  const asked = parts.length > 1 ? parts.slice(1) : parts
  // A stray "%" is text, and the rest of such a part still says something.
  return asked.flatMap(part => part.replace(/%[0-9a-f]{2}/gi, ' ').split(/[^\p{L}\p{N}]+/u)).filter(Boolean)
}

/** Pathways, modules and terms that may have been meant, the likeliest first. */
function nearTo(asked: readonly string[], {pathways, modules, glossary}: GuideManifest): {route: Route; title: string}[] {
  const places: {id: string; title: string; route: Route}[] = [
    ...modules.map(({id, title}) => ({id, title, route: {view: 'module', module: id} as const})),
    ...pathways.map(({id, title}) => ({id, title, route: {view: 'pathway', pathway: id} as const})),
    ...glossary.map(({id, term}) => ({id, title: term, route: {view: 'glossary', term: id} as const})),
  ]
  const meant = nearest(asked.join('-'), places.map(({id}) => id))
  const wanted = asked.map(word => word.toLowerCase()).filter(word => word.length > 3)
  const shared = ({id}: {id: string}) => {
    const own = id.toLowerCase().split('-')
    return wanted.filter(word => own.some(each =>
      each === word || each.length > 3 && each[0] === word[0] && nearest(word, [each]))).length
  }
  return places
    .map(place => ({...place, worth: (place.id === meant ? 100 : 0) + shared(place)}))
    .filter(({worth}) => worth > Math.min(1, wanted.length / 2))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, MOST)
}
