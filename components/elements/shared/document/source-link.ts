import {html} from 'lit'
import {isSafeImage} from '../../../model/guide/document.js'
import type {Source} from '../../../model/guide/module.js'

/** A source by its title, which leads to it. A guide that a page sets as a property may have any text for an address. */
export function sourceLink({title, url}: Pick<Source, 'title' | 'url'>): unknown {
  return url && isSafeImage(url) ? html`<a href=${url}>${title}</a>` : title
}
