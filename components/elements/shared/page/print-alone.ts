import type {ReactiveElement} from 'lit'

/**
 * Prints one element without the page around it. The copy stands in the page only for the printing; the rule that hides
 * everything else is a constructed style sheet, which strict policies allow.
 */
export async function printAlone(element: ReactiveElement): Promise<void> {
  const page = element.ownerDocument
  const name = 'data-dsg-print-alone'
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`
    @media screen { [${name}] { display: none !important } }
    @media print { body > :not([${name}]) { display: none !important } }`)
  element.setAttribute(name, '')
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet]
  page.body.append(element)
  await element.updateComplete
  const view = page.defaultView!
  await new Promise<void>(done => {
    // Where print() returns at once, this event says when the printing is over. Elsewhere it comes before print() returns.
    view.addEventListener('afterprint', () => done(), {once: true})
    view.print()
  })
  element.remove()
  page.adoptedStyleSheets = page.adoptedStyleSheets.filter(each => each !== sheet)
}
