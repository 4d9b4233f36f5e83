import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {REPOSITORY} from '../../../cli/terminal/paths.js'
import {snippet} from '../../../cli/build/snippet.js'
import {frameCode, frameScript, pageAddress, scriptCode, THEMES, type Embed} from '../../../components/model/guide/embed-code.js'
import {PART_NAMES, PARTS, type Offered} from '../../../components/model/guide/parts.js'
import {guide, SITE} from './known-site.js'

/** A page with nothing wrong, and how many parts and frames of the guide are on it. */
export interface RightPage { what: string; html: string; embeds: number }

/** What the builder offers, each with a thing that the shipped guide has. */
const OFFERED: readonly Embed[] = PART_NAMES.filter((name): name is Offered => PARTS[name].page !== undefined).map(show => {
  const lists = {
    pathway: guide.pathways, module: guide.modules, quiz: guide.modules.filter(module => module.show),
    'self-assessment': guide.frameworks, canvas: guide.canvases,
  }
  const id = show in lists ? lists[show as keyof typeof lists].at(-1)!.id : undefined
  return {show, id, title: `The "${show}" <of> ours & theirs`}
})

/** Each as it comes, in each look, and where others use the computer. */
export const EMBEDS: readonly Embed[] = OFFERED.flatMap(embed =>
  [embed, ...THEMES.map(theme => ({...embed, theme})), {...embed, isShared: true}])

function idsFor(name: string, attribute: string): string {
  const {id, pages, questions} = guide.modules.find(({show}) => show)!
  const ids: Record<string, string> = {
    module: id, page: pages[0]!.id, question: questions[0]!.id, pathway: guide.pathways[0]!.id, canvas: guide.canvases[0]!.id,
    framework: guide.frameworks[0]!.id, domains: guide.frameworks[0]!.domains.map(({id}) => id).join(' '),
    term: guide.glossary[0]!.id, audience: 'manager',
  }
  const needs = name === 'module' || name === 'quiz' ? ['module'] : name === 'pathway' || name === 'canvas' ? [name] : []
  return [...new Set([...needs, attribute])].map(each => `${each}="${ids[each] ?? 'x'}"`).join(' ')
}

/** What the builder, the command line and our own pages say, and what people may make of that. */
export function rightPages(): RightPage[] {
  const whole = scriptCode(EMBEDS[0]!, SITE)
  const quiz = scriptCode(EMBEDS.find(({show}) => show === 'quiz')!, SITE)
  const page = (what: string, html: string, embeds = 1): RightPage => ({what, html, embeds})
  return [
    ...EMBEDS.flatMap(embed => [
      page(`${said(embed)} by a script`, scriptCode(embed, SITE)),
      page(`${said(embed)} in a frame`, frameCode(embed, SITE)),
      page(`${said(embed)} in a sized frame`, `${frameCode(embed, SITE)}\n${frameScript(SITE)}`),
      page(`${said(embed)} as a link`, `<a href="${pageAddress(embed, SITE).replaceAll('&', '&amp;')}">Read it</a>`, 0),
    ]),
    page('the snippet of "dsg build"', snippet(guide, 30, new URL(SITE)).replace(/(<script.*)([^]*)\1/, '$1$2'), 2),
    ...ours('hosts', '.md', text => [...text.matchAll(/```html\n([^]*?)```/g)].map(([, html]) => html!)),
    ...ours('hosts/intranet', '.html', html => [html]),
    ...ours('hosts/hostile', '.html', html => [html]).filter(({what}) => !/old-copy|routed/.test(what)),
    page('capitals', whole.replaceAll('dsg-guide', 'DSG-Guide').replace('script type', 'SCRIPT TYPE')),
    page('no quotes', whole.replaceAll(/"([^" ]*)"/g, '$1')),
    page('apostrophes', whole.replaceAll('"', '\'')),
    page('spaces around the signs', whole.replaceAll('="', ' = "')),
    page('a tag over many lines', quiz.replaceAll('" ', '"\r\n\t')),
    page('a folder as src', whole.replace('guide.json', '')),
    page('a folder with a dot in its name', whole.replaceAll(SITE, '/v1.2/').replace('guide.json', '').replace('v1.2/">\n', 'v1.2">\n')),
    page('a folder without its slash', '<script type="module" src="/guide/dsg.js"></script><dsg-guide src="/guide"></dsg-guide><a href="/news.html">N</a>'),
    page('everything in one file', whole.replace('type="module" ', 'defer ').replace('dsg.js', 'dsg-all.js')),
    page('an import', whole.replace(/<script.*/, `<script type="module">import '${SITE}dsg.js'</script>`)),
    page('an import when it is needed', whole.replace(/<script.*/, `<script>addEventListener('load', () => import('${SITE}dsg.js'))</script>`)),
    page('async', whole.replace('type="module"', 'async type="Module"')),
    page('a paragraph around what may be in it', `<p>${quiz.replaceAll(/<\/?p>/g, '')}</p>`),
    page('attributes of the page\'s own', quiz.replace('<dsg-quiz', '<dsg-quiz id="q" class="wide" data-track="1" aria-label="Quiz" style="color: red" @click="x" x-on:foo="y"')),
    page('everything that every part takes', quiz.replace('<dsg-quiz', `<dsg-quiz heading-level="3" guide-href="/skills.html" allow-images="https://a.nhs.uk https://b.nhs.uk" with-confidence`)),
    // Every attribute that takes an id, with one that the guide has where the page can know that.
    ...PART_NAMES.filter(name => !PARTS[name].only).flatMap(name => Object.entries(PARTS[name].attributes ?? {})
      .filter(([, holds]) => holds === 'id' || holds === 'ids').map(([attribute]) => page(`<dsg-${name} ${attribute}="…">`,
      `<script type="module" src="${SITE}dsg.js"></script><dsg-${name} src="${SITE}" ${idsFor(name, attribute)}></dsg-${name}>`))),
    page('WordPress, with a block of HTML', `<!-- wp:paragraph -->\n<p>Hello</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:html -->\n${quiz}\n<!-- /wp:html -->`),
    page('WordPress, with the plugin', '<!-- wp:digital-skills-guide/guide {"show":"quiz","module":"x"} /-->\n[digital-skills-guide show="search"]', 2),
    page('an old copy in a comment', `<!-- <dsg-giude src=x> -->${whole}`),
    page('a page that tells how it is done', `${whole}<pre><code>&lt;dsg-guide src="…"&gt;</code></pre>`),
    page('elements of other people', `${whole}<ds-search src="/s.js"></ds-search><my-guide></my-guide><sl-canvas id="a"></sl-canvas><dsgov-header></dsgov-header>`),
    page('frames and scripts of other people', `${whole}<iframe src="https://maps.nhs.uk/embed.html"></iframe><script src="/d3.js"></script><script src="/js/app.js" nomodule></script><iframe srcdoc="<p>x</p>"></iframe>`),
    page('a policy that allows it', `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' ${SITE}; connect-src https:; trusted-types lit-html">${whole}`),
    page('a base of the guide', `<base href="${SITE}">${whole.replaceAll(SITE, '')}`),
    page('a page of one\'s own', `<!doctype html><html><head><title>A</title></head><body>${whole.replace(/src="[^"]*json"/, 'src="our-own.md"')}</body></html>`),
    page('a drawing before it', `<svg viewBox="0 0 1 1"><path d="M0 0"/><title>x</title></svg>${whole}`),
    page('paragraphs that nobody closes', `<p>One<p>Two<ul><li>A<li>B</ul><div>Three</div>\n${whole}`),
    page('values with signs', `<div data-json='{"a": "<b> c="}' title="a > b">${whole}</div>`),
  ]
}

function said({show, theme, isShared}: Embed): string {
  return [show, theme && `in the look ${theme}`, isShared && 'on a shared computer'].filter(Boolean).join(' ')
}

/** Pages of this repository, with the address of the guide in place of the example. */
function ours(folder: string, ext: string, htmlIn: (text: string) => string[]): RightPage[] {
  return readdirSync(join(REPOSITORY, folder)).filter(name => name.endsWith(ext)).flatMap(name => {
    const text = readFileSync(join(REPOSITORY, folder, name), 'utf8')
    return htmlIn(text).map((html, i) => {
      const here = html.replaceAll('https://YOUR-SITE/guide/', SITE)
      return {what: `${folder}/${name} ${i + 1}`, html: here, embeds: here.match(/<(?:dsg-|iframe)/g)?.length ?? 0}
    })
  })
}
