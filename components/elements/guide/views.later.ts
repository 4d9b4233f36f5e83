import {html, nothing, type TemplateResult} from 'lit'
import {keyed} from 'lit/directives/keyed.js'
import type {DsgElement} from '../shared/base/element.js'
import {hashOf, type Route} from '../shared/page/route.js'
import {stringsFor} from '../shared/words/strings.js'
import type {GuideView} from './guide-view.js'
import {isAstray, notThere} from './not-there.js'
import {viewsStrings} from './views.strings.js'

export {viewsStyles} from './views.styles.js'

/** All that the guide shows beside its first page and its search. */
export function guideView(view: GuideView): TemplateResult | typeof nothing {
  const {guide, route, level, start} = view
  if (isAstray(route, guide.manifest)) return notThere(view)
  switch (route.view) {
    case 'pathway': return html`
      <dsg-pathway class="view" .guide=${guide} guide-href=${start} heading-level=${level} pathway=${route.pathway}></dsg-pathway>`
    case 'module': return html`
      ${crumbs(view, route.module)}
      <dsg-module class="view" .guide=${guide} guide-href=${start} heading-level=${level} .isRouted=${true}
        module=${route.module} .page=${route.page} .question=${route.question} ?with-confidence=${view.withConfidence}></dsg-module>
      ${view.withFeedback ? keyed(route.module, html`<dsg-feedback .guide=${guide} module=${route.module}
        heading-level=${level + 1}></dsg-feedback>`) : nothing}`
    case 'glossary': return html`
      <dsg-glossary class="view" .guide=${guide} guide-href=${start} heading-level=${level} .term=${route.term}></dsg-glossary>`
    case 'assessment': return html`
      <dsg-self-assessment class="view" .guide=${guide} guide-href=${start} heading-level=${level}></dsg-self-assessment>`
    case 'profile': return html`
      <dsg-profile class="view" .guide=${guide} guide-href=${start} heading-level=${level}></dsg-profile>`
    case 'record': return html`
      <dsg-record class="view" .guide=${guide} guide-href=${start} heading-level=${level}></dsg-record>`
    default: return nothing
  }
}

/** Do two routes lead to what comes on screen at once, such as a module with all its pages? */
export function isOneScreen(a: Route, b: Route): boolean {
  const [one, other] = [a, b].map(route => hashOf(route).split('/', 3).join('/'))
  return one === other
}

/** Calls back once a guide's view has all that it shows, if that is still what is wanted. */
export function whenDrawn(host: DsgElement, isWanted: () => boolean, done: () => void): void {
  let view: DsgElement | null = null
  const stop = () => {
    host.removeController(watch)
    view?.removeController?.(watch)
  }
  const look = () => {
    const found = host.renderRoot.querySelector<DsgElement>('.view')
    if (!isWanted()) stop()
    else if (!host.guide || host.isUpdatePending) return
    else if (found && found !== view) {
      view = found
      view.addController?.(watch)
      // Before its next update, it does not know that it has something to fetch.
      void Promise.resolve(view.updateComplete).then(look)
    // An address that leads nowhere has no view.
    } else if (!view || view.hasUpdated && !view.source.loading) {
      stop()
      done()
    }
  }
  const watch = {hostUpdated: () => queueMicrotask(look)}
  host.addController(watch)
  look()
}

/** The way up: the navigation above leads to all the rest. */
function crumbs({guide: {manifest}, host}: GuideView, module: string): TemplateResult | typeof nothing {
  const words = stringsFor(host, viewsStrings)
  const pathway = manifest.pathways.find(({modules}) => modules.includes(module))
  return pathway ? html`<nav aria-label=${words.breadcrumb}><ol class="crumbs" role="list">
    <li><a href=${host.href({view: 'pathway', pathway: pathway.id})}>${pathway.title}</a></li>
  </ol></nav>` : nothing
}
