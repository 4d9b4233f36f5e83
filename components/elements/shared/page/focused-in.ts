/** What has the focus, however deep in shadow roots. */
export function focusedIn(root: DocumentOrShadowRoot): Element | null {
  const element = root.activeElement
  return element?.shadowRoot ? focusedIn(element.shadowRoot) ?? element : element
}
