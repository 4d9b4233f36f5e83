/**
 * Makes links that lead away from this page open in a tab of their own. Most sites refuse to be shown in a frame; and another
 * page would not tell its height, so the frame would keep the height of this one.
 */
export function keepInPlace(): void {
  addEventListener('click', event => {
    const link = event.composedPath().find(node => node instanceof HTMLAnchorElement)
    if (link && leadsAway(link)) link.target = '_blank'
  }, true)
}

function leadsAway({protocol, origin, pathname}: HTMLAnchorElement): boolean {
  const isPage = protocol === 'https:' || protocol === 'http:'
  return isPage && (origin !== location.origin || pathname !== location.pathname)
}
