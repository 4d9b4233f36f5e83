import {fileURLToPath} from 'node:url'
import {readContent} from '../../cli/content/read-content.js'
import {compileGuide} from '../../components/compile/guide/compile-guide.js'
import type {SearchSection} from '../../components/model/guide/guide.js'
import {documentationFiles} from './markdown-files.js'
import {randomFrom} from '../../components/model/record/draw.js'

/** The shipped guide, and its other names for things. */
export function shippedGuide() {
  return compileGuide(readContent(fileURLToPath(new URL('../../content', import.meta.url))).files).guide
}

/**
 * Sections of the markdown files in `node_modules`, cut by heading: real text, of real lengths, in a fixed order. Which
 * files there are depends on the lock file only.
 */
export function documentation(): SearchSection[] {
  const seen = new Set<string>()
  return documentationFiles().flatMap(({path, text}) => sectionsOf(path, text))
    // Packages carry copies of each other's files.
    .filter(({heading, text}) => !seen.has(heading + text) && seen.add(heading + text))
}

/** How many sections a made file has, as many as a module of the shipped guide. */
const SECTIONS_A_FILE = 7

/**
 * As many sections as wanted. The first are the documentation's own, file by file in a mixed order. When those run out,
 * files are made: each with the title of a real one, its headings, and sentences of which most are its own and the rest
 * come from anywhere.
 */
export function largeCorpus(real: readonly SearchSection[], count: number): SearchSection[] {
  const random = randomFrom(`corpus ${count}`)
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!
  const files = new Map<string, SearchSection[]>()
  for (const section of real) files.set(section.module, [...files.get(section.module) ?? [], section])
  const mixed = [...files.values()].map(file => ({file, at: random()})).sort((a, b) => a.at - b.at).map(({file}) => file)
  const everything = real.flatMap(sentences)
  const found = mixed.flat()
  for (let number = 0; found.length < count; number++) {
    const file = pick(mixed)
    const own = file.flatMap(sentences)
    for (let i = 0; i < SECTIONS_A_FILE; i++) {
      const {title, heading} = pick(file)
      const from = (): string[] => random() < 0.7 && own.length ? own : everything
      const text = Array.from({length: 3 + Math.floor(random() * 8)}, () => pick(from()))
      found.push({
        module: `made-${number}`, page: String(i), anchor: '', title, heading: `${heading} ${pick(file).heading}`,
        keywords: [], text: text.join(' '),
      })
    }
  }
  return found.slice(0, count)
}

function sentences({text}: SearchSection): string[] {
  return text.split(/(?<=[.!?]) /).filter(({length}) => length > 30 && length < 400)
}

function sectionsOf(path: string, markdown: string): SearchSection[] {
  const title = path.replace(/\.\w+$/, '').replaceAll('/', ' ')
  return markdown.split(/^#{1,4} +/m).slice(1).map((part, i) => {
    const [heading = '', ...rest] = part.split('\n')
    return {
      module: path.replaceAll(/\W+/g, '-'), page: String(i), anchor: '', title, heading: plain(heading), keywords: [],
      text: plain(rest.join(' ')).slice(0, 4000),
    }
  }).filter(({heading, text}) => heading && text.length > 40)
}

/** Without most marks; good enough for words. */
function plain(markdown: string): string {
  return markdown.replace(/\]\([^)]*\)/g, ' ').replace(/https?:\S+|<[^>]*>|[`*_[\]#|>]+/g, ' ')
    .replace(/\s+/g, ' ').trim()
}
