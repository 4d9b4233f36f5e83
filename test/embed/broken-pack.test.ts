import {expect} from 'chai'
import {words} from '../elements/screen.js'
import {until} from '../elements/settled.js'
import {asks, hostPage} from './host-page.js'

const LOADER = '<script type="module" src="/guide/dsg.js"></script>'
const FALLBACK = '<p>Ask the library. <a href="/guide/index.html">Read the guide</a></p>'

/** A network between the page and the guide. @param answer - what comes in place of the `response` to a `path` */
const network = (answer: string) => `<script>
  const fetched = fetch
  window.fetch = async (address, options) => {
    const path = new URL(address, location.href).pathname
    const response = await fetched(address, options)
    ${answer}
    return response
  }
</script>`

/** Where the file of the module alone is not there, as in older builds, the whole guide is asked for. */
const OLDER = "if (path.includes('/alone/')) return new Response('', {status: 404})\n"

const quiz = (src = '/guide/guide.json', module = 'spot-suspicious-email') =>
  `<dsg-quiz src="${src}" module="${module}">${FALLBACK}</dsg-quiz>`

describe('a bare page whose guide', () => {
  const faults = [
    {
      what: 'is not at its address', head: '', body: quiz('/guide/no-such-folder/guide.json'),
      says: 'The guide is not at the address this page gives. Tell the team that looks after this page.',
      logs: /^<dsg-quiz> There is nothing at \S+\/guide\/no-such-folder\/guide\.json \(status 404\)\. Check the address\.$/,
    },
    {
      what: 'is a web page', head: network(OLDER), body: quiz('/guide/embed-this.html'),
      says: 'Something else came instead of the guide. You may need to sign in. '
        + 'If that does not help, tell the team that looks after this page.',
      logs: /^<dsg-quiz> \S+\/guide\/embed-this\.html is a web page, and not a guide\./,
    },
    {
      what: 'has lost the file of the module', body: quiz(),
      head: network(OLDER + "if (path.startsWith('/guide/modules/')) return new Response('', {status: 404})"),
      says: 'The guide is not at the address this page gives. Tell the team that looks after this page.',
      logs: /^<dsg-quiz> There is nothing at \S+\/guide\/modules\/spot-suspicious-email\.\w+\.json \(status 404\)\./,
    },
    {
      what: 'comes from a newer version', body: quiz(),
      head: network("if (path.endsWith('.json')) return Response.json({...await response.json(), version: 99})"),
      says: 'This page is older than the guide it shows. Reload the page. If that does not help, tell the team that looks after this page.',
      logs: /^<dsg-quiz> \S+\/guide\/guide\.json was built by a newer version than this page's scripts can read\./,
    },
    {
      what: 'does not come', body: quiz(), head: network("throw new TypeError('connection refused')"),
      says: 'We could not reach the guide. Check your connection, then try again.',
      logs: /^<dsg-quiz> \S+\/guide\/guide\.json could not be reached\./,
    },
    {
      what: 'comes with an error of the server', body: quiz(), head: network("return new Response('', {status: 503})"),
      says: 'Something we need for this did not arrive. Wait a minute, then try again.',
      logs: /^<dsg-quiz> \S+\/guide\/guide\.json answered with an error \(status 503\)\./,
    },
  ]
  for (const {what, head, body, says, logs} of faults) {
    it(`${what}: keeps the host's words, with one plain message and one line in the console`, async () => {
      const page = await hostPage(head + LOADER, body)
      const quiz = page.document.querySelector('dsg-quiz')!
      await until(() => words(quiz).includes(says), () => words(quiz))
      expect(quiz.shadowRoot!.querySelectorAll('[role="alert"]')).to.have.length(1)
      expect(words(quiz)).to.match(/^Ask the library\. Read the guide /)
      expect(page.said).to.have.length(1)
      expect(page.said[0]).to.match(logs)
    })
  }

  it('has no such module: says so once, and tells the console nothing new', async () => {
    const page = await hostPage(LOADER, quiz('/guide/guide.json', 'no-such-module'))
    const element = page.document.querySelector('dsg-quiz')!
    await until(() => words(element).includes('The guide has no module called "no-such-module".'), () => words(element))
  })

  it('is slow: shows the host\'s words until it comes, and then the guide alone', async () => {
    const page = await hostPage(`${network('await new Promise(done => { window.release = done })')}${LOADER}`, quiz())
    const element = page.document.querySelector('dsg-quiz')!
    const view = page.window as unknown as {release?: () => void}
    await until(() => view.release)
    await until(() => words(element) === 'Ask the library. Read the guide', () => words(element))
    view.release!()
    await asks(page.document)
    expect(words(element)).to.not.contain('Ask the library.')
    expect(page.said).to.deep.equal([])
  })

  it('did not come, comes when the learner tries again', async () => {
    const page = await hostPage(`${network("if (!window.isBack) throw new TypeError('connection refused')")}${LOADER}`, quiz())
    const element = page.document.querySelector('dsg-quiz')!
    const again = await until(() => element.shadowRoot?.querySelector<HTMLButtonElement>('[role="alert"] button'))
    Object.assign(page.window, {isBack: true})
    again.click()
    await asks(page.document)
    expect(words(element)).to.not.contain('We could not show')
  })
})
