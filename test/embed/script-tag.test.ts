import {expect} from 'chai'
import {VERSION} from '../../components/elements/shared/base/version.js'
import {until} from '../elements/settled.js'
import {asks, hostPage, scriptsOf, type HostPage} from './host-page.js'

const LOADER = '<script type="module" src="/guide/dsg.js"></script>'
const QUIZ = '<dsg-quiz src="/guide/guide.json" module="spot-suspicious-email"></dsg-quiz>'

const isRegistered = ({window}: HostPage, tag: string) => window.customElements.get(tag) !== undefined

function add(root: Node, html: string, {document}: HostPage): void {
  root.appendChild(document.createRange().createContextualFragment(html))
}

describe('dsg.js', () => {
  it('loads just the elements that are there, from its own address', async () => {
    const page = await hostPage(LOADER, QUIZ)
    await asks(page.document)
    expect(isRegistered(page, 'dsg-guide')).to.equal(false)
    expect(page.said).to.deep.equal([])
    const scripts = scriptsOf(page)
    expect(scripts).to.include('/guide/dsg.js')
    expect(scripts.filter(path => !/^\/guide\/(dsg|chunks\/[\w.-]+)\.js$/.test(path))).to.deep.equal([])
  })

  const places = {
    'in the head, before there is a body': {head: '<script type="module" async src="/guide/dsg.js"></script>', body: QUIZ},
    'after the elements': {head: '', body: QUIZ + LOADER},
    'before the elements': {head: '', body: LOADER + QUIZ},
  }
  for (const [place, {head, body}] of Object.entries(places)) {
    it(`works ${place}`, async () => asks((await hostPage(head, body)).document))
  }

  it('works when it comes late', async () => {
    const page = await hostPage('', QUIZ)
    const script = page.document.createElement('script')
    script.type = 'module'
    script.src = '/guide/dsg.js'
    page.document.head.append(script)
    await asks(page.document)
  })

  it('finds what is added later, however deep', async () => {
    const page = await hostPage(LOADER)
    expect(isRegistered(page, 'dsg-quiz')).to.equal(false)
    add(page.document.body, `<div><section>${QUIZ}</section></div>`, page)
    await asks(page.document)
  })

  it('goes on when an element is taken out and put back', async () => {
    const page = await hostPage(LOADER, QUIZ)
    await asks(page.document)
    const quiz = page.document.querySelector('dsg-quiz')!
    quiz.remove()
    page.document.body.prepend(quiz)
    await asks(page.document)
    expect(page.said).to.deep.equal([])
  })

  it('is the first of two copies that loads, and the other says so once', async () => {
    const page = await hostPage(`${LOADER}<script type="module" src="/dsg/dsg.js"></script>`, QUIZ)
    await asks(page.document)
    add(page.document.body, '<dsg-search src="/guide/guide.json"></dsg-search>', page)
    await until(() => isRegistered(page, 'dsg-search'))
    expect(page.said).to.have.length(1)
    expect(page.said[0]).to.match(/on this page twice: \S+\/guide\/dsg\.js and \S+\/dsg\/dsg\.js\./)
    expect(scriptsOf(page).filter(path => path.startsWith('/dsg/'))).to.deep.equal(['/dsg/dsg.js'])
  })

  describe('inside shadow roots', () => {
    it('looks into one that is open', async () => {
      const page = await hostPage('')
      const root = page.document.body.appendChild(page.document.createElement('div')).attachShadow({mode: 'open'})
      add(root, QUIZ, page)
      add(page.document.head, LOADER, page)
      await asks(root)
    })

    it('looks into one whose element is defined, and filled, later', async () => {
      const page = await hostPage(LOADER, '<site-widget></site-widget>')
      const {window} = page
      window.customElements.define('site-widget', class extends window.HTMLElement {
        connectedCallback() {
          this.attachShadow({mode: 'open'})
        }
      })
      const root = page.document.querySelector('site-widget')!.shadowRoot!
      await window.customElements.whenDefined('site-widget')
      add(root, QUIZ, page)
      await asks(root)
    })

    it('looks into a closed one that its owner hands over, also through the second of two copies', async () => {
      const page = await hostPage(LOADER)
      const root = page.document.body.appendChild(page.document.createElement('div')).attachShadow({mode: 'closed'})
      add(root, QUIZ, page)
      Object.assign(page.window, {rootOfWidget: root})
      add(page.document.head, `<script type="module">
        import {loadIn} from '/dsg/dsg.js'
        loadIn(rootOfWidget)
      </script>`, page)
      await asks(root)
      expect(scriptsOf(page).filter(path => path.startsWith('/dsg/chunks'))).to.deep.equal([])
    })
  })

  describe('asks for the guide', () => {
    const GUIDE = `${location.origin}/guide/guide.json`
    /** What a module needs of it. */
    const ALONE = `${location.origin}/guide/alone/spot-suspicious-email.json`
    /** Notes what is asked for, and has the first answers lost. */
    const noting = (lost: number) => `<script>
      window.asked = []
      const real = window.fetch
      window.fetch = (address, ...more) => asked.push(String(address)) <= ${lost} ? Promise.reject(new TypeError('lost')) : real(address, ...more)
    </script>`
    const LOST = noting(2)
    const asked = ({window}: HostPage) => (window as unknown as {asked: string[]}).asked

    it('while the code that shows it is on its way', async () => {
      const page = await hostPage(LOST)
      // Its code never comes.
      const text = (await (await fetch('/guide/dsg.js')).text()).replaceAll('./chunks/', `${location.origin}/no-such-folder/`)
      const address = page.window.URL.createObjectURL(new page.window.Blob([text], {type: 'text/javascript'}))
      add(page.document.body, `<script type="module" src="${address}"></script>${QUIZ}<dsg-search src="/guide/guide.json">
        </dsg-search><dsg-record src="http://["></dsg-record><dsg-pathways></dsg-pathways>
        <dsg-module src="localhost:8080/guide.json" module="m"></dsg-module><dsg-glossary></dsg-glossary>`, page)
      await until(() => page.said.length === 6)
      expect(asked(page)).to.deep.equal([ALONE, GUIDE])
    })

    it('once for all the elements on the page', async () => {
      const page = await hostPage(LOADER, `${QUIZ}<dsg-pathways src="/guide/guide.json"></dsg-pathways>`)
      await asks(page.document)
      await until(() => Boolean(page.document.querySelector('dsg-pathways')!.shadowRoot?.querySelector('a')))
      add(page.document.body, '<dsg-glossary src="/guide/guide.json"></dsg-glossary>', page)
      await until(() => Boolean(page.document.querySelector('dsg-glossary')!.shadowRoot?.querySelector('dt')))
      const fetched = page.window.performance.getEntriesByType('resource').map(({name}) => name)
      for (const address of [ALONE, GUIDE]) expect(fetched.filter(name => name === address)).to.have.length(1)
    })

    it('once, whatever place in it its address names', async () => {
      const page = await hostPage(noting(0) + LOADER, '<dsg-pathways src="/guide/guide.json#all"></dsg-pathways>')
      await until(() => Boolean(page.document.querySelector('dsg-pathways')!.shadowRoot?.querySelector('a')))
      expect(asked(page)).to.deep.equal([GUIDE])
    })

    it('and for no more of it than a quiz or a module shows', async () => {
      const page = await hostPage(LOADER, `${QUIZ}${QUIZ.replaceAll('quiz', 'module')}`)
      await asks(page.document)
      await until(() => Boolean(page.document.querySelector('dsg-module')!.shadowRoot?.querySelector('.contents')))
      const fetched = page.window.performance.getEntriesByType('resource').map(({name}) => name)
      expect(fetched.filter(name => name.endsWith('.json'))).to.deep.equal([ALONE])
    })

    it('once more when no answer came, and then nobody hears of it', async () => {
      const page = await hostPage(LOST + LOADER, QUIZ)
      await asks(page.document)
      expect(asked(page).slice(0, 3)).to.deep.equal([ALONE, GUIDE, GUIDE])
      expect(page.said).to.deep.equal([])
    })

    it('again when the learner wants to try again', async () => {
      const page = await hostPage(noting(4) + LOADER, QUIZ)
      const button = await until(() => page.document.querySelector('dsg-quiz')!.shadowRoot?.querySelector('button'))
      expect(asked(page)).to.deep.equal([ALONE, GUIDE, GUIDE, GUIDE])
      button.click()
      await asks(page.document)
      expect(asked(page).slice(4, 5)).to.deep.equal([ALONE])
    })
  })

  it('says which element could not be loaded, and tries again for the next one', async () => {
    const page = await hostPage('')
    // A folder that was copied without its chunks.
    const text = (await (await fetch('/guide/dsg.js')).text()).replaceAll('./chunks/', `${location.origin}/no-such-folder/`)
    const address = page.window.URL.createObjectURL(new page.window.Blob([text], {type: 'text/javascript'}))
    add(page.document.body, `<script type="module" src="${address}"></script>${QUIZ}`, page)
    await until(() => page.said.length === 1)
    expect(page.said[0]).to.match(/^<dsg-quiz> could not be loaded: /)
    add(page.document.body, QUIZ, page)
    await until(() => page.said.length === 2)
  })
})

describe('dsg-all.js', () => {
  const ALL = '<script src="/guide/dsg-all.js"></script>'

  it('is all there is to load, as a plain script in the head', async () => {
    const page = await hostPage(ALL, QUIZ)
    await asks(page.document)
    add(page.document.body, '<dsg-guide src="/guide/guide.json"></dsg-guide>', page)
    await until(() => Boolean(page.document.querySelector('dsg-guide')!.shadowRoot!.querySelector('nav')))
    expect(scriptsOf(page)).to.deep.equal(['/guide/dsg-all.js'])
    expect(page.said).to.deep.equal([])
  })

  it('may be there twice, and beside dsg.js', async () => {
    const page = await hostPage(`${ALL}<script src="/dsg/dsg-all.js"></script>${LOADER}`, QUIZ)
    await asks(page.document)
    expect(scriptsOf(page).filter(path => path.includes('chunks'))).to.deep.equal([])
    const wanted = `<dsg-quiz> is already registered by another script (version ${VERSION}); keeping that one, not version ${VERSION}.`
    expect(page.said).to.include(wanted)
    expect(page.said.filter(line => !line.includes('already registered'))).to.deep.equal([])
  })

  it('leaves an element that an old copy registered as it is', async () => {
    const page = await hostPage(`<script>customElements.define('dsg-quiz', class OldQuiz extends HTMLElement {})</script>${ALL}`, QUIZ)
    expect(page.window.customElements.get('dsg-quiz')!.name).to.equal('OldQuiz')
    expect(isRegistered(page, 'dsg-guide')).to.equal(true)
    expect(page.said).to.deep.equal([
      `<dsg-quiz> is already registered by another script (version not known); keeping that one, not version ${VERSION}.`,
    ])
  })
})
