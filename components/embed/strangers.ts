/** In the single file all elements of ours are known, and the keeper of the page is told of those that are called nearly so. */
import {isNamedLikeOurs} from '../model/embeds/named-like-ours.js'

if (document.readyState === 'complete') look()
else addEventListener('load', look, {once: true})

function look(): void {
  const isStrange = ({localName}: Element): boolean => isNamedLikeOurs(localName) && !customElements.get(localName)
  if (![...document.querySelectorAll('*')].some(isStrange)) return
  void import('../elements/shared/base/tell-keeper.later.js').then(({tellKeeper}) => tellKeeper())
}
