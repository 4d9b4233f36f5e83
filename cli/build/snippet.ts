import type {Guide} from '../../components/model/guide/guide.js'
import {scriptCode} from '../../components/model/guide/embed-code.js'
import {sitePage} from '../../components/model/guide/site-page.js'

/**
 * What to paste into a page, and how to see that it works. For somebody who looks after pages and is no developer.
 *
 * @param keepDays - how long the next builds keep scripts and images of this one
 * @param site - where the guide will be, when that is known
 */
export function snippet({title, modules}: Guide, keepDays: number, site?: URL): string {
  const address = site?.href ?? '/guide/'
  const first = modules.find(({show}) => show)
  const quiz = !first ? '' : `
For one module's questions alone, paste this:

${indented(scriptCode({show: 'quiz', id: first.id, title: first.title}, address))}
`
  const where = site
    ? 'Put that folder at that address. Paste this'
    : `Put that folder on your web server. If its address there is ${address}, paste this`
  return `${where} where the guide is to appear:

${indented(scriptCode({show: 'guide', title}, address))}
${quiz}
To choose something else, open ${address}${sitePage.embedThis} and copy what it says.

To check: open ${address}${sitePage.home} on your server.
If you see the guide there and not on your page, look at the address in the snippet first.

When you build again, build into this folder and put all of it on your server. ${keepDays
  ? `It then also has the scripts and images of
earlier builds, for ${keepDays === 1 ? 'a day' : `${keepDays} days`} (--keep-days), because pages that are open still ask for them.`
  : `It then has nothing of earlier
builds (--keep-days 0), so people who have a page open may be asked to load it again.`}
${site ? '' : `
No page names its own address, and there is no sitemap for search engines, because dsg does not know where the guide
will be. To have both, build with --site and the address of the folder.
`}`
}

function indented(code: string): string {
  return code.replace(/^/gm, '  ')
}
