import type {Node} from './document.js'
import type {Page} from './module.js'

/**
 * Where links can lead in a page: to the page itself and to the headings in its text, by id. Headings inside questions are no
 * such places, because a quiz shows one question at a time and draws other ones in each try. The compiler lets through what
 * this finds and nothing else, and elements follow what this finds.
 */
export function placesIn({id, children}: Page): string[] {
  return [id, ...headingsIn(children)]
}

/** The page that has a place. An id is one place only in a module. */
export function pageWith(place: string | undefined, pages: readonly Page[]): Page | undefined {
  return place === undefined ? undefined
    : pages.find(({id}) => id === place) ?? pages.find(page => placesIn(page).includes(place))
}

function headingsIn(nodes: readonly Node[]): string[] {
  return nodes.flatMap(node => node.type === 'heading' ? node.id : 'children' in node ? headingsIn(node.children) : [])
}
