import {plainText, type Block} from '../../model/guide/document.js'
import type {SearchSection} from '../../model/guide/guide.js'
import {textLines} from '../../model/guide/lines.js'
import type {Module} from '../../model/guide/module.js'

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
      else add(found.at(-1)!, block, prompts)
    }
    return found
  })
  if (sections[0]) sections[0].keywords = module.keywords
  return sections.filter(({text, anchor}, i) => text || anchor || i === 0)
}

/** Adds a block to a section, as lines of its own: an excerpt must not run the words of two blocks together. */
function add(section: SearchSection, block: Block, prompts: ReadonlyMap<string, string>): void {
  const lines = block.type === 'activity' ? block.questions.map(id => prompts.get(id) ?? '') : textLines([block])
  section.text = [section.text, ...lines].filter(Boolean).join('\n')
  if (block.type === 'activity') section.role = 'questions'
  else if (block.type === 'list' && block.ordered) section.role ??= 'steps'
}
