import {html} from 'lit'
import type {LoadedGuide} from '../../state/guide/loaded-guide.js'
import type {RenderContext} from '../shared/document/render-inline.js'
import type {Route} from '../shared/page/route.js'
import {sharedStrings} from '../shared/words/shared.strings.js'
import {stringsFor} from '../shared/words/strings.js'

/**
 * What a document tree needs to know of the element that shows it. Terms of the glossary are explained on the spot.
 *
 * @param host - says where a link leads from there
 * @param level - rank of the heading above the text
 */
export function renderContext(
  host: HTMLElement & {href(route: Route): string}, {manifest, base}: LoadedGuide, level: number,
): RenderContext {
  const href = (route: Route) => host.href(route)
  return {
    level,
    settings: manifest.settings,
    base,
    idPrefix: 'dsg-',
    callouts: stringsFor(host, sharedStrings).callouts,
    href,
    term(id, words) {
      const term = manifest.glossary.find(each => each.id === id)
      if (!term) return words
      import('./define.js').catch(error => console.error(`<dsg-term> could not be loaded: ${error}`))
      return html`<dsg-term .term=${term} href=${href({view: 'glossary', term: id})}>${words}</dsg-term>`
    },
  }
}
