import {hashOf} from '../shared/page/route.js'

/**
 * "/" opens the search, while focus is in the guide and nothing is being typed: a key of one character must not take a letter
 * from anybody who types or speaks elsewhere on the page (WCAG 2.1.4). A host that wants the key itself calls `preventDefault`.
 */
export function slashOpensSearch(guide: HTMLElement): void {
  guide.addEventListener('keydown', event => {
    const {key, ctrlKey, metaKey, altKey, isComposing, defaultPrevented} = event
    if (key !== '/' || ctrlKey || metaKey || altKey || isComposing || defaultPrevented || isTyping(event)) return
    // The link to the search does all that a click on it does: address, history and focus.
    const link = guide.shadowRoot?.querySelector<HTMLElement>(`a[href$="${hashOf({view: 'search', query: ''})}"]`)
    const box = guide.shadowRoot?.querySelector('dsg-search')
    if (!link && !box) return
    event.preventDefault()
    if (box) box.shadowRoot?.querySelector<HTMLElement>('#query')?.focus()
    else link!.click()
  })
}

function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath()
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
}
