import {linkScheme} from '../../model/guide/document.js'
import type {Module} from '../../model/guide/module.js'
import {didYouMean} from '../source/did-you-mean.js'
import type {Ids} from '../source/ids.js'
import type {FoundLink, Reading} from './reading.js'

/** What there is in a guide to link to. */
export interface Targets {
  /** Ids of each module's pages and headings. */
  modules: ReadonlyMap<string, Ids>
  glossary: ReadonlySet<string>
}

/** Reports links inside the guide that lead nowhere. */
export function reportLinks({links, report}: Reading, {modules, glossary}: Targets): void {
  for (const {url, at} of links) {
    const scheme = linkScheme(url)
    if (scheme !== 'module' && scheme !== 'glossary') continue
    const [id = '', fragment] = url.slice(url.indexOf(':') + 1).split('#', 2)
    const known = scheme === 'module' ? modules : glossary
    if (!known.has(id)) {
      report.error('link-to-nowhere', at,
        scheme === 'module' ? `There is no module "${id}".` : `The glossary has no "${id}".`,
        `Use an id that there is.${didYouMean(id, known.keys())}`)
    } else if (fragment !== undefined && scheme === 'module') reportFragment(id, fragment, modules.get(id)!, at, report)
  }
}

/** Reports links inside one file that lead nowhere: to `#headings` it does not have, or to other files. */
export function reportFragments({id}: Module, {links, report, anchors}: Reading): void {
  for (const {url, at} of links) {
    if (url.startsWith('#')) reportFragment(id, url.slice(1), anchors, at, report)
    else if (!linkScheme(url) && /\.md(?:[?#]|$)/i.test(url)) reportFile({url, at}, report)
  }
}

function reportFragment(module: string, fragment: string, anchors: Ids, at: number, report: Reading['report']): void {
  if (anchors.has(fragment)) return
  report.error('link-to-nowhere', at, `The module "${module}" has no heading "${fragment}".`,
    `Write the heading in small letters with hyphens.${didYouMean(fragment, anchors)}`)
}

function reportFile({url, at}: FoundLink, report: Reading['report']): void {
  const name = url.replace(/[?#].*$/s, '').split('/').at(-1)!.replace(/\.md$/i, '')
  report.error('link-to-nowhere', at, `"${url}" is a file of the content folder, which readers do not have.`,
    `Link to the module by its id: module:${name}.`)
}
