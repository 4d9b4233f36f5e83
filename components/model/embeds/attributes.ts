import {nearest} from '../formats/nearest.js'
import type {EmbedFault, WrittenElement} from './written.js'

/** Attributes that any element of HTML may have, among them some that only old pages write. */
const GLOBAL = new Set([
  'accesskey', 'align', 'autofocus', 'border', 'class', 'contenteditable', 'dir', 'draggable', 'exportparts', 'hidden', 'id', 'inert',
  'is', 'itemid', 'itemprop', 'itemref', 'itemscope', 'itemtype', 'lang', 'name', 'nonce', 'part', 'popover', 'role', 'slot',
  'spellcheck', 'style', 'tabindex', 'title', 'translate', 'xmlns',
])

/**
 * Attributes that were meant for ours: misspelt, or put away under `data-`, as some editors do with what they do not trust.
 *
 * @param known - those that it may have. One that is there already was not meant by another
 */
export function misspelt(element: WrittenElement, known: readonly string[]): EmbedFault[] {
  const missing = known.filter(name => !element.attributes.has(name))
  return [...element.attributes.keys()].flatMap(name => {
    if (known.includes(name) || GLOBAL.has(name)) return []
    const meant = name.startsWith('data-') ? missing.find(each => name === `data-${each}`) ?? nearData(name, missing)
      : nearest(name, missing)
    return meant === undefined ? [] : [{code: 'unknown-attribute', element, name, meant}]
  })
}

/** Of names that begin with `data-`, which belong to the page, only those of ours are worth a guess. */
function nearData(name: string, missing: readonly string[]): string | undefined {
  return nearest(name, missing.filter(each => each.startsWith('data-')))
}
