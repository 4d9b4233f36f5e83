import {html} from 'lit'
import type {Address} from '../../model/guide/document.js'
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
 * @param module - id of the module that the text is in
 */
export function renderContext(
  host: HTMLElement & {href(route: Route): Address}, {manifest, base}: LoadedGuide, level: number, module?: string,
): RenderContext {
  const href = (route: Route) => host.href(route)
  return {
    level,
    settings: manifest.settings,
    base,
    host,
    idPrefix: 'dsg-',
    callouts: stringsFor(host, sharedStrings).callouts,
    module,
    href,
    term(id, words) {
      const term = manifest.glossary.find(each => each.id === id)
      if (!term) return words
      import('./define.js').catch(error => console.error(`<dsg-term> could not be loaded: ${error}`))
      return html`<dsg-term .term=${term} href=${href({view: 'glossary', term: id})}>${words}</dsg-term>`
    },
  }
}
