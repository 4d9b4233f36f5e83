import 'axe-core' // No module: it leaves itself on the window.
import type * as Axe from 'axe-core'
import {expect} from 'chai'

declare const axe: typeof Axe

/** Every rule runs; what passed is not listed, which is a tenth of its time. */
const ONLY_FAILURES: Axe.RunOptions = {resultTypes: ['violations']}

/** Fails with axe's own words for everything it finds in `element`, shadow roots included. */
export async function expectAccessible(element: Element): Promise<void> {
  expectNone(await axe.run(element, {
    ...ONLY_FAILURES,
    // A story is a part of a page: page-wide rules are for the pages of hosts/.
    rules: {region: {enabled: false}, 'page-has-heading-one': {enabled: false}, 'landmark-one-main': {enabled: false}},
  }))
}

/** The same for a whole page in a frame, which was opened with `?axe`. */
export async function expectAccessiblePage(frame: HTMLIFrameElement): Promise<void> {
  expectNone(await (frame.contentWindow as unknown as {axe: typeof axe}).axe.run(ONLY_FAILURES))
}

function expectNone({violations}: Axe.AxeResults): void {
  expect(violations.map(({id, help, nodes}) => `${id}: ${help}\n${nodes.map(({html, failureSummary}) =>
    `  ${html}\n  ${failureSummary}`).join('\n')}`).join('\n\n')).to.equal('')
}

/** Fails when an id reference names nothing in its own root: axe lets some of those pass. */
export function expectIdsToResolve(root: ParentNode): void {
  const broken: string[] = []
  for (const element of root.querySelectorAll('*')) {
    for (const name of ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'list']) {
      const scope = element.getRootNode() as Document | ShadowRoot
      for (const id of element.getAttribute(name)?.split(/\s+/).filter(Boolean) ?? []) {
        if (!scope.getElementById(id)) broken.push(`${element.localName} ${name}="${id}"`)
      }
    }
    if (element.shadowRoot) expectIdsToResolve(element.shadowRoot)
  }
  const ids = [...root.querySelectorAll('[id]')].map(({id}) => id)
  for (const id of new Set(ids)) if (ids.filter(each => each === id).length > 1) broken.push(`two elements with id "${id}"`)
  expect(broken).to.deep.equal([])
}
