import {compileModule} from '../../compile/files/module.js'
import {searchSections} from '../../compile/pack/sections.js'
import type {Diagnostic} from '../../model/guide/diagnostic.js'
import {localeOf} from '../../model/formats/language.js'
import {textHash} from '../../model/ids/text-hash.js'
import {refused} from './fetch.js'
import type {LoadedGuide} from './loaded-guide.js'
import {recordOf} from '../record/record.js'
import {guideInMemory} from './memory-guide.js'

/**
 * A guide of one module, compiled here from one markdown file. What is wrong with the file is for its author, not for
 * the learner: it goes to the console.
 *
 * @param url - absolute address of the file
 * @param text - what is in it
 */
export function pageGuide(url: string, text: string): LoadedGuide {
  const lang = localeOf(document.documentElement.lang)
  const {module, diagnostics} = compileModule({path: fileName(url), text}, {standalone: true, lang})
  if (diagnostics.length) console.warn(diagnostics.map(diagnostic => lineFor(url, diagnostic)).join('\n'))
  if (!module) throw refused(url, diagnostics.map(({message}) => message))
  const guide = {
    id: `page-${module.id}`,
    title: module.title,
    lang,
    edition: textHash(text),
    settings: {},
    pathways: [],
    modules: [module],
    glossary: [],
    frameworks: [],
    canvases: [],
    sections: [...searchSections(module)],
    synonyms: [],
  }
  return guideInMemory(guide, new URL('.', url).href, recordOf(guide))
}

/** As its author sees it: `Getting started.md`, not `Getting%20started.md`. */
function fileName(url: string): string {
  const name = new URL(url).pathname.split('/').at(-1)!
  try {
    return decodeURIComponent(name)
  } catch {
    return name // An address may hold a % that stands for nothing.
  }
}

function lineFor(url: string, {line, column, severity, message, advice}: Diagnostic): string {
  return `${url}:${line}:${column}: ${severity}: ${message} ${advice}`
}
