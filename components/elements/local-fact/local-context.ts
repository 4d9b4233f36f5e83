import {html} from 'lit'
import type {GuideManifest} from '../../model/pack/files.js'
import type {RenderContext} from '../shared/document/render-inline.js'

/** The same, with what the organisation filled in as blocks of their own, to call and to copy. */
export function withLocalFacts(context: RenderContext, {settings}: GuideManifest): RenderContext {
  return {...context, local(value, words) {
    import('./define.js').catch(error => console.error(`<dsg-local-fact> could not be loaded: ${error}`))
    return html`<dsg-local-fact value=${value} organisation=${settings.organisation ?? ''}>${words}</dsg-local-fact>`
  }}
}
