import {expect} from 'chai'
import type {DsgSearch} from '../../components/elements/search/search.js'
import {words} from './screen.js'
import {until} from './settled.js'

/** A page of its own with a guide that is large enough, under a security policy. */
async function openPage(policy: string, script = '/dsg/dsg.js'): Promise<{search: DsgSearch; page: Window & typeof globalThis}> {
  const frame = document.createElement('iframe')
  frame.title = 'Page under test'
  frame.src = `/large/page.html?${new URLSearchParams({policy, script})}`
  document.body.append(frame)
  frames.push(frame)
  const search = await until(() => frame.contentDocument?.querySelector<DsgSearch>('dsg-search'), () => 'the page')
  const page = frame.contentWindow as Window & typeof globalThis
  page.addEventListener('securitypolicyviolation', event => violations.push(event.violatedDirective))
  await until(() => search.shadowRoot?.querySelector('input'), () => `the box; the page shows ${words(search)}`)
  return {search, page}
}

async function results(search: DsgSearch, query: string): Promise<string[]> {
  search.query = query
  const isFound = () => words(search.shadowRoot!.querySelector('.status')!).includes(`"${query}"`)
  await until(isFound, () => `results; the page shows ${words(search)}`)
  return [...search.shadowRoot!.querySelectorAll('.results a')].map(words)
}

/** A worker's own requests are not the page's. */
function readByPage(page: Window): boolean {
  return page.performance.getEntriesByType('resource').some(({name}) => /\/large\/search\..*\.json$/.test(name))
}

const frames: HTMLIFrameElement[] = []
const violations: string[] = []

describe('a very large guide', function () {
  this.timeout(60_000)

  // The site and the guide are made by the first requests for them, which takes longer than a page may.
  before(async function () {
    this.timeout(120_000)
    for (const address of ['/dsg/dsg.js', '/large/guide.json']) {
      if (!(await fetch(address)).ok) throw new Error(`${address} was not made. The terminal says why.`)
    }
  })
  afterEach(() => {
    for (const frame of frames.splice(0)) frame.remove()
    violations.length = 0
  })

  const strict = "default-src 'self'; script-src 'self'; require-trusted-types-for 'script'"

  it('is searched in a worker, under a strict policy with Trusted Types', async () => {
    const {search, page} = await openPage(`${strict}; worker-src 'self'; trusted-types lit-html dsg-search`)
    expect((await results(search, 'suspicious email'))[0]).to.match(/suspicious email/i)
    expect(readByPage(page)).to.equal(false)
    expect(violations).to.deep.equal([])
    expect((await results(search, 'pasword')).join()).to.match(/password/i)
  })

  const inPage: [string, string, string][] = [
    ['the policy forbids workers', `${strict}; worker-src 'none'; trusted-types lit-html dsg-search`, '/dsg/dsg.js'],
    ['the scripts are one file', `${strict}; trusted-types lit-html`, '/dsg/dsg-all.js'],
  ]
  for (const [why, policy, script] of inPage) {
    it(`is searched in the page where ${why}`, async () => {
      const {search, page} = await openPage(policy, script)
      expect((await results(search, 'suspicious email'))[0]).to.match(/suspicious email/i)
      expect(readByPage(page)).to.equal(true)
    })
  }

  it('is searched where the policy has no name for the worker, whether or not the browser minds', async () => {
    const {search} = await openPage(`${strict}; worker-src 'self'; trusted-types lit-html`)
    expect((await results(search, 'suspicious email'))[0]).to.match(/suspicious email/i)
  })

  it('finds the same in a worker as in the page', async () => {
    const [inWorker, here] = [
      await openPage(`${strict}; worker-src 'self'; trusted-types lit-html dsg-search`),
      await openPage(`${strict}; worker-src 'none'; trusted-types lit-html dsg-search`),
    ]
    for (const query of ['phishing', '2 factor', 'reset']) {
      expect(await results(inWorker.search, query)).to.deep.equal(await results(here.search, query))
    }
  })
})
