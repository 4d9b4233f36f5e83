/**
 * What keepers of pages do wrong with the guide. Whatever it is, their console has one line of ours, which names the element and
 * what to mend; and readers see nothing false: the page's own words, a sentence that guesses nothing, or the guide.
 */
import {expect} from 'chai'
import {words} from '../elements/screen.js'
import {until} from '../elements/settled.js'
import {hostPage, type HostPage} from './host-page.js'

const LOADER = '<script type="module" src="/guide/dsg.js"></script>'
const ALL = '<script src="/guide/dsg-all.js"></script>'
const FALLBACK = '<p>Ask the library. <a href="/guide/index.html">Read the guide</a></p>'
const MODULE = 'spot-suspicious-email'
const policy = (words: string) => `<meta http-equiv="Content-Security-Policy" content="${words}">`

const TELL = 'Tell the team that looks after this page.'
const NOT_SET_UP = `This page is not set up to show the guide. ${TELL}`
const NOT_THERE = `The guide is not at the address this page gives. ${TELL}`
const INSTEAD = 'Something else came instead of the guide. You may need to sign in.'
const FAULT = `There is a fault in the guide or in this page. ${TELL}`
const UNREACHABLE = 'We could not reach the guide. Check your connection, then try again.'

/** What is never to be read, as nothing here is so. */
const FALSE = ['is not connected', 'cannot show safely', ' attribute', '"src"', '"module"']

interface WrongEmbed {
  what: string
  head?: string
  body: string
  /** What a reader finds; the page's own words when there is nothing else. */
  shows?: string
  /** The one line for the keeper. */
  tells: RegExp
}

describe('a wrong embed', () => {
  let other: string
  before(async () => { other = (await (await fetch('/wrong-site.json')).json() as {origin: string}).origin })

  const quiz = (attributes: string, inside = FALLBACK) => `<dsg-quiz ${attributes}>${inside}</dsg-quiz>`
  const at = (src: string) => quiz(`src="${src}" module="${MODULE}"`)

  const embeds: Record<string, WrongEmbed[]> = {
    'by its tag': [
      {what: 'a letter too many in the tag', body: `<dsg-quizz src="/guide/" module="${MODULE}">${FALLBACK}</dsg-quizz>`, tells: /^<dsg-quizz> is not an element of the guide\. Did you mean <dsg-quiz>\?$/},
      {what: 'two letters swapped', body: `<dgs-module src="/guide/guide.json" module="${MODULE}">${FALLBACK}</dgs-module>`, tells: /^<dgs-module> is not.+<dsg-module>\?$/},
      {what: 'a letter left out of the tag', body: `<sg-guide src="/guide/guide.json">${FALLBACK}</sg-guide>`, tells: /^<sg-guide> is not.+<dsg-guide>\?$/},
      {what: 'an underscore for the hyphen', body: `<dsg_guide src="/guide/">${FALLBACK}</dsg_guide>`, tells: /^<dsg_guide> is not.+<dsg-guide>\?$/},
      {what: 'no hyphen', body: `<dsgsearch src="/guide/">${FALLBACK}</dsgsearch>`, tells: /^<dsgsearch> is not.+<dsg-search>\?$/},
      {what: 'a wrong tag with the single file', head: ALL, body: `<dsg-pathwais src="/guide/">${FALLBACK}</dsg-pathwais>`, tells: /^<dsg-pathwais> is not.+<dsg-pathways?>\?$/},
      {what: 'a part that only stands inside another', body: `<dsg-tasks src="/guide/">${FALLBACK}</dsg-tasks>`, tells: /^<dsg-tasks> shows nothing by itself\. Use <dsg-module>/},
      {what: 'a tag that is closed in itself', body: `<dsg-pathways src="/guide/" /><main><h1>News</h1><p>Ask the library.</p></main>`, shows: 'Pathways', tells: /^<dsg-pathways> has no end tag.+Write <\/dsg-pathways> after it\.$/},
    ],
    'by its attributes': [
      {what: 'no address', body: quiz(`module="${MODULE}"`), tells: /^<dsg-quiz> does not say where the guide is\. Add src=/},
      {what: 'an address that says nothing', body: at(''), tells: /^<dsg-quiz> has nothing in "src"\. Write/},
      {what: 'no address, with the single file', head: ALL, body: '<dsg-record></dsg-record>', shows: NOT_SET_UP, tells: /^<dsg-record> does not say where the guide is/},
      {what: 'a misspelt src', body: quiz(`scr="/guide/" module="${MODULE}"`), tells: /^<dsg-quiz> has "scr", which it does not know\. Did you mean "src"\?$/},
      {what: 'an address that is kept for later', body: '<dsg-guide data-src="/guide/">Ask the library.</dsg-guide>', tells: /^<dsg-guide> has "data-src", which it does not know\. Did you mean "src"\?$/},
      {what: 'a misspelt module', body: quiz(`src="/guide/" modul="${MODULE}"`), shows: NOT_SET_UP, tells: /^<dsg-quiz> has "modul", which it does not know\. Did you mean "module"\?$/},
      {what: 'a misspelt flag', body: quiz(`src="/guide/" module="${MODULE}" with-confidense`), shows: 'Question 1 of', tells: /"with-confidense", which it does not know\. Did you mean "with-confidence"\?$/},
      {what: 'a rank in words', body: quiz(`src="/guide/" module="${MODULE}" heading-level="h3"`), shows: 'Question 1 of', tells: /^<dsg-quiz> has heading-level="h3"\. Write a number from 1 to 6\.$/},
      {what: 'a rank that there is none of', body: '<dsg-glossary src="/guide/" heading-level="0"></dsg-glossary>', shows: 'Glossary', tells: /^<dsg-glossary> has heading-level="0"/},
      {what: 'sites for images that are no addresses', body: '<dsg-pathways src="/guide/" allow-images="images.example.nhs.uk"></dsg-pathways>', shows: 'Pathways', tells: /^<dsg-pathways> has allow-images="images\.example\.nhs\.uk"\. Write web addresses/},
      {what: 'a link that no browser may follow', body: '<dsg-pathways src="/guide/" guide-href="javascript:alert(1)"></dsg-pathways>', shows: 'Pathways', tells: /^<dsg-pathways> needs a web address in "guide-href"/},
    ],
    'by an id': [
      {what: 'no module', body: quiz('src="/guide/"'), shows: NOT_SET_UP, tells: /^<dsg-quiz> does not say which module to show\. Add module=/},
      {what: 'a module that there is not', body: quiz('src="/guide/" module="spot-suspicious-emails"'), shows: 'no module called "spot-suspicious-emails"', tells: /^<dsg-quiz> asks for the module "spot-suspicious-emails".+Did you mean "spot-suspicious-email"\?$/},
      {what: 'a pathway for a module', body: '<dsg-module src="/guide/" module="staying-safe-with-data"></dsg-module>', shows: 'no module called', tells: /^<dsg-module> has module="staying-safe-with-data", which is not the id of a module\. Write <dsg-pathway/},
      {what: 'no pathway', body: '<dsg-pathway src="/guide/"></dsg-pathway>', shows: NOT_SET_UP, tells: /^<dsg-pathway> does not say which pathway to show/},
      {what: 'a pathway that there is not', body: '<dsg-pathway src="/guide/" pathway="no-such-thing"></dsg-pathway>', shows: 'no pathway called', tells: /^<dsg-pathway> asks for the pathway "no-such-thing".+It has: /},
      {what: 'a framework that there is not', body: '<dsg-self-assessment src="/guide/" framework="hee-2018"></dsg-self-assessment>', shows: 'no framework called', tells: /^<dsg-self-assessment> asks for the framework "hee-2018"/},
      {what: 'a canvas that there is not', body: '<dsg-canvas src="/guide/" canvas="c9"></dsg-canvas>', shows: 'c9', tells: /^<dsg-canvas> asks for the canvas "c9"/},
      {what: 'a page that there is not', body: `<dsg-module src="/guide/" module="${MODULE}" page="no-such-page"></dsg-module>`, shows: 'suspicious email', tells: /^<dsg-module> asks for the page "no-such-page"/},
      {what: 'a term that there is not', body: '<dsg-glossary src="/guide/" term="no-such-term"></dsg-glossary>', shows: 'Glossary', tells: /^<dsg-glossary> asks for the term "no-such-term"/},
    ],
    'by its address': [
      {what: 'the address of another page', body: '<dsg-pathways src="/guide/embed-this.html"></dsg-pathways>', shows: INSTEAD, tells: /^<dsg-pathways> \S+embed-this\.html is a web page, and not a guide/},
      {what: 'the address of another file', body: at(`/guide/alone/${MODULE}.json`), shows: NOT_THERE, tells: /another file of a guide \("dsg-alone"\).+Give the address of the folder/},
      {what: 'a folder without a guide', body: at('/guide/themes/'), shows: NOT_THERE, tells: /^<dsg-quiz> There is nothing at \S+\/guide\/themes\/guide\.json \(status 404\)\. Check the address\.$/},
      {what: 'a path on a computer', body: at('C:\\guide\\guide.json'), shows: NOT_THERE, tells: /^<dsg-quiz> "C:\\guide\\guide\.json" is not an address.+Give the address/},
      {what: 'a host and no scheme', body: at('localhost:8080/guide.json'), shows: NOT_THERE, tells: /^<dsg-quiz> "localhost:8080\/guide\.json" is not an address/},
      {what: 'an address that nobody has', body: at('http://127.0.0.1:9/guide.json'), shows: UNREACHABLE, tells: /^<dsg-quiz> http:\/\/127\.0\.0\.1:9\/guide\.json could not be reached\. Open it/},
    ],
    'by the server of the guide': [
      {what: 'a guide that its server does not share', body: '<dsg-pathways src="OTHER/not-shared/"></dsg-pathways>', shows: NOT_SET_UP, tells: /^<dsg-pathways> \S+ is there, .+Access-Control-Allow-Origin: http:\/\/localhost:\d+ with all files/},
      {what: 'a guide that is shared with others only', body: at('OTHER/shared-with-another/'), shows: NOT_SET_UP, tells: /Access-Control-Allow-Origin: http:\/\/localhost:\d+ /},
      {what: 'a server that hangs up', body: at('OTHER/hangs-up/guide.json'), shows: UNREACHABLE, tells: /could not be reached/},
      {what: 'one page for all addresses', body: at('/wrong/page-for-all/guide.json'), shows: INSTEAD, tells: /is a web page, and not a guide\. /},
      {what: 'a page to sign in at', body: at('/wrong/leads-to-page/guide.json'), shows: INSTEAD, tells: /led on to \S+sign-in\. .+sign in/},
      {what: 'a page to sign in at on another site', body: at('/wrong/leads-elsewhere/guide.json'), shows: INSTEAD, tells: /leads on to another address.+sign in/},
      {what: 'a guide that few may read', body: at('/wrong/forbidden/guide.json'), shows: INSTEAD, tells: /status 403\)\. Let readers of this page have it/},
      {what: 'a server that fails', body: at('/wrong/fails/guide.json'), shows: 'Something we need for this did not arrive.', tells: /status 503\)/},
      {what: 'a file that was copied by half', body: at('/wrong/cut-short/guide.json'), shows: FAULT, tells: /is damaged: .+ Copy the whole folder/},
      {what: 'a file that an editor saved', body: at('/wrong/utf-16/guide.json'), shows: FAULT, tells: /is not in UTF-8\. Save it as UTF-8/},
    ],
    'by the policy of the page': [
      {what: 'a policy that forbids the site of the guide', head: policy("connect-src 'self'") + LOADER, body: at('OTHER/shared/'), shows: NOT_SET_UP, tells: /policy forbids it \(connect-src\)\. Add http:\/\/127\.0\.0\.1:\d+ to connect-src/},
      {what: 'a policy that forbids all but scripts', head: policy(`default-src 'none'; script-src ${location.origin}`) + LOADER, body: at('/guide/'), shows: NOT_SET_UP, tells: /policy forbids it \((connect|default)-src\)\. Add /},
    ],
    'by its script': [
      {what: 'the script of two editions', head: `${LOADER}<script type="module" src="/dsg/dsg.js"></script>`, body: at('/guide/'), shows: 'Question 1 of', tells: /on this page twice: \S+ and \S+\. Remove the second\.$/},
      {what: 'an old copy of an element', head: `<script>customElements.define('dsg-quiz', class extends HTMLElement {})</script>${ALL}`, body: at('/guide/'), tells: /^<dsg-quiz> is already registered by another script/},
      {what: 'an element that the single file lacks', head: ALL, body: `<dsg-embed-builder src="/guide/">${FALLBACK}</dsg-embed-builder>`, tells: /^<dsg-embed-builder> is not in dsg-all\.js\. Load dsg\.js instead\.$/},
    ],
  }

  /** All that a reader can read on a page. */
  const readable = ({document}: HostPage) => words(document.body)

  async function problemOf({what, head = LOADER, body, shows = 'Ask the library.', tells}: WrongEmbed): Promise<string[]> {
    const page = await hostPage(head, body.replace('OTHER', other))
    await until(() => readable(page).includes(shows) && page.said.length > 0, () => `${what}: "${shows}" and a line`).catch(() => undefined)
    const read = readable(page)
    const {said} = page
    return [
      ...read.includes(shows) ? [] : [`${what}: "${shows}" is not in "${read}"`],
      ...said.length === 1 && tells.test(said[0]!) ? [] : [`${what}: the console has not one line like ${String(tells)}, but ${said.join('\n') || 'none'}`],
      ...FALSE.filter(each => read.includes(each)).map(each => `${what}: "${each}" is to be read`),
    ]
  }

  for (const [group, its] of Object.entries(embeds)) {
    it(`${group} (${its.length} of them): one line says what to mend, and nothing that is read is false`, async function () {
      this.timeout(60_000)
      expect((await Promise.all(its.map(problemOf))).flat()).to.deep.equal([])
    })
  }

  it('is told of once, however many there are of it', async () => {
    const page = await hostPage(LOADER, `${quiz('src="/guide/" module="x-y"')}${quiz('src="/guide/" module="x-y"')}<dsg-quizz></dsg-quizz><dsg-quizz></dsg-quizz>`)
    await until(() => page.said.length === 2, () => page.said.join('\n'))
    expect(page.said.map(line => line.slice(0, 12)).sort()).to.deep.equal(['<dsg-quiz> a', '<dsg-quizz> '])
  })
})

describe('a right embed', () => {
  const right = {
    'with what every element may have': `<dsg-quiz id="q" class="x" style="" lang="en" data-x="1" aria-label="Quiz" role="region" title="Quiz" hx-get="/x" @click="x"
      src="/guide/" module="${MODULE}" heading-level="3" guide-href="/guide/" shared-computer with-confidence>${FALLBACK}</dsg-quiz>`,
    'that begins at a page': `<dsg-module src="/guide/" module="${MODULE}" page="why-it-matters"></dsg-module>`,
    'that begins at a heading in a page': `<script>
        const fetched = fetch
        window.fetch = async (address, options) => {
          const response = await fetched(address, options)
          if (!address.includes('/alone/')) return response
          const file = await response.json()
          file.module.pages[0].children.unshift({type: 'heading', depth: 2, id: 'here', children: [{type: 'text', value: 'Here'}]})
          return Response.json(file)
        }
      </script><dsg-module src="/guide/" module="${MODULE}" page="here"></dsg-module>`,
    'beside other people\'s elements': `<dsg-quiz src="/guide" module="${MODULE}"></dsg-quiz><app-root></app-root><ds-card></ds-card><o:p></o:p>
      <gds-header src="/logo.svg"></gds-header>`,
    'of all parts': `<dsg-pathways src="/guide/"></dsg-pathways><dsg-glossary src="/guide/"></dsg-glossary><dsg-record src="/guide/"></dsg-record>
      <dsg-search src="/guide/" query="password"></dsg-search><dsg-profile src="/guide/"></dsg-profile><dsg-feedback src="/guide/"></dsg-feedback>
      <dsg-canvas src="/guide/"></dsg-canvas><dsg-self-assessment src="/guide/" domains="D1 D2"></dsg-self-assessment>
      <dsg-quiz src="/guide/index.html" module="${MODULE}"></dsg-quiz>`,
  }
  for (const [what, body] of Object.entries(right)) {
    for (const head of [LOADER, ALL]) {
      it(`${what}, ${head === ALL ? 'in the single file' : 'with dsg.js'}: nothing is told, also when rules look at the page`, async () => {
        const page = await hostPage(head, body)
        const elements = [...page.document.querySelectorAll('*')].filter(({localName}) => localName.startsWith('dsg-'))
        await until(() => elements.every(({shadowRoot}) => shadowRoot?.querySelector('slot[hidden]')))
        // What is wrong for certain: when that was told, the rules have looked at all there is.
        page.document.body.append(page.document.createElement('dsg-feedback'))
        await until(() => page.said.some(line => line.startsWith('<dsg-feedback> does not say where')))
        expect(page.said).to.have.length(1, page.said.join('\n'))
      })
    }
  }

  it('that a script gives a guide later: nothing is told', async () => {
    const page = await hostPage(`${ALL}<script>
      addEventListener('DOMContentLoaded', async () => {
        const [from, to] = document.querySelectorAll('dsg-pathways')
        while (!from.guide) await new Promise(resolve => requestAnimationFrame(resolve))
        to.guide = from.guide
      })</script>`, '<dsg-pathways src="/guide/"></dsg-pathways><dsg-pathways id="to"></dsg-pathways>')
    await until(() => page.document.querySelector('#to')!.shadowRoot?.querySelector('a'))
    expect(page.said).to.deep.equal([])
  })
})
