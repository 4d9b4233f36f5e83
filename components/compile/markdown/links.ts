import {linkScheme} from '../../model/guide/document.js'
import {didYouMean} from '../source/did-you-mean.js'
import type {FoundLink, Reading} from './reading.js'

/** What there is in a guide to link to. */
export interface Targets {
  modules: ReadonlyMap<string, Pick<Reading, 'anchors' | 'places'>>
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

/**
 * Reports links inside one file that lead nowhere: to `#headings` it does not have, or to other files.
 *
 * @param module - its id; undefined for a file of another kind, whose headings no link can lead to
 */
export function reportLinksInside(reading: Reading, module?: string): void {
  const {links, report} = reading
  for (const {url, at} of links) {
    if (url.startsWith('#')) {
      if (module !== undefined) reportFragment(module, url.slice(1), reading, at, report)
      else {
        report.error('link-to-nowhere', at, `"${url}" leads nowhere: only modules have headings to link to.`,
          'Write module:its-id#heading or glossary:its-id.')
      }
    } else if (!linkScheme(url) && /\.md(?:[?#]|$)/i.test(url)) reportFile({url, at}, report)
  }
}

function reportFragment(
  module: string, fragment: string, {anchors, places}: Pick<Reading, 'anchors' | 'places'>, at: number, report: Reading['report'],
): void {
  if (places.has(fragment)) return
  if (anchors.has(fragment)) {
    report.error('link-to-nowhere', at,
      `The heading "${fragment}" is in a question, where no link can lead.`,
      'Link to the heading of the page.')
    return
  }
  report.error('link-to-nowhere', at, `The module "${module}" has no heading "${fragment}".`,
    `Write the heading in small letters with hyphens.${didYouMean(fragment, places)}`)
}

function reportFile({url, at}: FoundLink, report: Reading['report']): void {
  const name = url.replace(/[?#].*$/s, '').split('/').at(-1)!.replace(/\.md$/i, '')
  report.error('link-to-nowhere', at, `"${url}" is a file of the content folder, which readers do not have.`,
    `Link to the module by its id: module:${name}.`)
}
