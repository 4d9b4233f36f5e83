import {plainText, type Block} from '../../model/guide/document.js'
import type {SearchSection} from '../../model/guide/guide.js'
import type {Module} from '../../model/guide/module.js'

/** White space that is not one space already, as nearly all of it is. */
const LONG_SPACE = /[^\S ]\s*| \s+/g

/**
 * What search looks through: one section for each page's opening and for each heading in it, empty ones left out. A
 * question is found by its prompt; its answers stay hidden. Keywords speak for a whole module, so only its first
 * section has them.
 */
export function searchSections(module: Module): readonly SearchSection[] {
  let sections = SECTIONS.get(module)
  if (!sections) SECTIONS.set(module, sections = sectionsOf(module))
  return sections
}

/** A module that is kept after an edit of another keeps its sections. */
const SECTIONS = new WeakMap<Module, readonly SearchSection[]>()

function sectionsOf(module: Module): SearchSection[] {
  const prompts = new Map(module.questions.map(({id, prompt}) => [id, plainText(prompt)]))
  const sections = module.pages.flatMap(page => {
    const found: SearchSection[] = []
    const begin = (anchor: string, heading: string): void => {
      found.push({module: module.id, page: page.id, anchor, title: module.title, heading, keywords: [], text: ''})
    }
    begin('', page.title)
    for (const block of page.children) {
      if (block.type === 'heading') begin(block.id, plainText(block.children).trim())
      else found.at(-1)!.text += ` ${textOf(block, prompts)}`
    }
    return found
  })
  for (const section of sections) section.text = section.text.replace(LONG_SPACE, ' ').trim()
  if (sections[0]) sections[0].keywords = module.keywords
  return sections.filter(({text, anchor}, i) => text || anchor || i === 0)
}

function textOf(block: Block, prompts: ReadonlyMap<string, string>): string {
  if (block.type === 'activity') return block.questions.map(id => prompts.get(id) ?? '').join(' ')
  return plainText([block])
}
