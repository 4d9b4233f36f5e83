import {expect} from 'chai'
import {noAnswer, notAnAddress, thisPage, wrongAnswer} from '../../../components/state/guide/load-fault.later.js'
import type {NoAnswer, PagePlace} from '../../../components/state/guide/load-fault.later.js'
import {loadGuide} from '../../../components/state/guide/load-guide.js'
import {LoadError, type LoadFault} from '../../../components/state/guide/loaded-guide.js'
import {replace} from '../device/storage.js'

async function faultOf(src: string): Promise<LoadError> {
  const fault = await loadGuide(src).catch((error: unknown) => error)
  expect(fault).to.be.instanceOf(LoadError)
  return fault as LoadError
}

const place = (address: string): PagePlace => {
  const {protocol, hostname, origin} = new URL(address)
  return {protocol, hostname, origin: protocol === 'file:' ? 'null' : origin}
}

describe('what is said of a request that no answer came to', () => {
  const INTRANET = 'https://intranet.example.nhs.uk/page'
  const cases: {why: string; page?: string; url: string; known?: NoAnswer; kind: LoadFault; says: RegExp}[] = [
    {why: 'nothing is known', url: 'https://guide.example/guide.json', kind: 'unreachable', says: /could not be reached/},
    {
      why: 'a site with http on a page with https', url: 'http://guide.example/guide.json', kind: 'not-set-up',
      says: /begins with http: and this page with https:\. Put the guide on a site with https\.$/,
    },
    {why: 'both with http', page: 'http://intranet/page', url: 'http://guide.example/guide.json', kind: 'unreachable', says: /could not be/},
    {why: 'its author\'s own computer', url: 'http://localhost:8080/guide.json', kind: 'not-set-up', says: /localhost is the computer of whoever reads this page/},
    {why: 'its author\'s own computer by number', url: 'http://127.0.0.1:8080/guide.json', kind: 'not-set-up', says: /127\.0\.0\.1 is the computer/},
    {why: 'its author\'s own computer by the newer number', url: 'http://[::1]/guide.json', kind: 'not-set-up', says: /\[::1\] is the computer/},
    {why: 'a preview whose server was stopped', page: 'http://localhost:3000/', url: 'http://localhost:8080/guide.json', kind: 'unreachable', says: /start its server/},
    {why: 'a site called nearly so', url: 'https://localhost.example/guide.json', kind: 'unreachable', says: /could not be reached/},
    {
      why: 'a policy', url: 'https://guide.example:8443/guide.json', known: {directive: 'connect-src', isThere: false}, kind: 'not-set-up',
      says: /policy forbids it \(connect-src\)\. Add https:\/\/guide\.example:8443 to connect-src in the header Content-Security-Policy/,
    },
    {
      why: 'a server that does not share', url: 'https://guide.example/guide.json', known: {isThere: true}, kind: 'not-set-up',
      says: /Access-Control-Allow-Origin: https:\/\/intranet\.example\.nhs\.uk with all files/,
    },
    {
      why: 'a server that does not share with a page in a sandbox', page: 'file:///C:/page.html', url: 'https://guide.example/guide.json',
      known: {isThere: true}, kind: 'not-set-up', says: /Access-Control-Allow-Origin: \* with all files/,
    },
    {
      why: 'a page to sign in at', url: 'https://intranet.example.nhs.uk/guide/guide.json', known: {leadsOn: true}, kind: 'instead',
      says: /leads on to another address.+sign in/,
    },
  ]
  for (const {why, page = INTRANET, url, known = {}, kind, says} of cases) {
    it(`${kind}: ${why}`, () => {
      const fault = noAnswer(url, known, place(page))
      expect([fault.kind, fault.url]).to.deep.equal([kind, url])
      expect(fault.message).to.match(says)
      expect(fault.message.startsWith(`${url} `)).to.equal(true)
    })
  }

  it('of words that are no address says what to do on a disk, and elsewhere what to give', () => {
    expect(notAnAddress('guide.json', place('file:///C:/page.html')).message).to.match(/opened from a disk.+Open it from a web server\.$/)
    expect(notAnAddress('ftp://x', thisPage()).message).to.match(/"ftp:\/\/x" is not an address.+Give the address of a guide\.json/)
  })
})

describe('what is said of an answer that is no guide', () => {
  const texts: [text: string, kind: LoadFault, says: RegExp][] = [
    ['<html><body>Home', 'instead', /is a web page/],
    ['\n  <!-- saved --><!DOCTYPE html>', 'instead', /is a web page/],
    ['<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>', 'instead', /is a web page/],
    ['<p>Not here', 'instead', /is a web page/],
    [' \r\n', 'refused', /is empty\. Copy the whole folder/],
    ['{"format":"dsg-guide","version":1,"id', 'refused', /is damaged: .+\. Copy the whole folder/],
    ['\ufffd\ufffd{\0"\0', 'refused', /is not in UTF-8\. Save it as UTF-8/],
    ['{\0"\0f\0', 'refused', /is not in UTF-8/],
    ['# A heading\n\nand words that go on and on', 'not-found', /is not a guide: it begins with "# A heading/],
    ['version https://git-lfs.github.com/spec/v1', 'not-found', /begins with "version https:/],
  ]
  for (const [text, kind, says] of texts) {
    it(`${kind}: ${JSON.stringify(text.slice(0, 40))}`, () => {
      const fault = wrongAnswer('https://x.example/guide.json', {status: 200, ok: true, text})
      expect(fault.kind).to.equal(kind)
      expect(fault.message).to.match(says)
      expect(fault.problems.length > 0).to.equal(kind === 'refused')
    })
  }

  it('names where the site led on to, and no secret in that address', () => {
    const {message} = wrongAnswer('https://x.example/guide.json', {
      status: 200, ok: true, text: '<html>', ledTo: 'https://sso.example/login?token=secret#secret',
    })
    expect(message).to.include('led on to https://sso.example/login.').and.not.include('secret')
  })
})

describe('a guide on a real server', () => {
  let other: string
  before(async () => { other = (await (await fetch('/wrong-site.json')).json() as {origin: string}).origin })

  const here = (part: string) => `${location.origin}/wrong/${part}/guide.json`
  const there = (part: string) => `${other}/${part}/guide.json`

  it('of another site that shares it is shown, also from its folder', async () => {
    for (const src of [there('shared'), `${other}/shared/`, `${other}/shared`]) {
      expect((await loadGuide(src)).base).to.equal(`${other}/shared/`)
    }
    expect(await loadGuide(`${other}/shared`)).to.equal(await loadGuide(`${other}/shared/index.html`))
  })

  it('is read whatever character set its server says, and with a mark at its beginning', async () => {
    expect((await loadGuide(here('with-mark'))).manifest.title).to.equal((await loadGuide('/guide/')).manifest.title)
  })

  const cases: [what: string, at: () => string, kind: LoadFault, says: RegExp][] = [
    ['of another site that shares nothing', () => there('not-shared'), 'not-set-up', /^\S+ is there, .+Access-Control-Allow-Origin: http:\/\/localhost:\d+ with/],
    ['of another site that shares with a third', () => there('shared-with-another'), 'not-set-up', /Access-Control-Allow-Origin/],
    ['of another site that answers nothing', () => there('hangs-up'), 'unreachable', /could not be reached/],
    ['of this site, which answers nothing', () => here('hangs-up'), 'unreachable', /could not be reached/],
    ['that comes by half', () => here('half'), 'failed', /guide\.json did not come: /],
    ['behind a page to sign in at, on this site', () => here('leads-to-page'), 'instead', /led on to http:\/\/localhost:\d+\/wrong\/page-for-all\/sign-in\. /],
    ['behind a page to sign in at, on the site of the guide', () => there('leads-to-page'), 'instead', /led on to http:\/\/127\S+\/sign-in\. /],
    ['behind a page to sign in at, on another site', () => here('leads-elsewhere'), 'instead', /leads on to another address/],
    ['that needs a name', () => here('sign-in'), 'instead', /status 401/],
    ['that needs another name', () => here('forbidden'), 'instead', /status 403/],
    ['of a site with one page for all', () => here('page-for-all'), 'instead', /is a web page/],
    ['of a server that fails', () => here('fails'), 'failed', /status 503/],
    ['that is gone', () => here('gone'), 'not-found', /status 410/],
    ['that is nowhere', () => here('no-such-part'), 'not-found', /status 404/],
    ['that is empty', () => here('empty'), 'refused', /is empty/],
    ['that an editor saved as UTF-16', () => here('utf-16'), 'refused', /is not in UTF-8/],
    ['that is cut short', () => here('cut-short'), 'refused', /is damaged/],
    ['that is another product\'s', () => here('another-product'), 'not-found', /is not a guide, but something else/],
    ['that is another file of the guide', () => '/guide/alone/spot-suspicious-email.json', 'not-found', /another file of a guide \("dsg-alone"\)/],
    ['that is no data', () => here('words'), 'not-found', /begins with "Gone fishing"/],
  ]
  for (const [what, at, kind, says] of cases) {
    it(`${kind}: ${what}`, async () => {
      const fault = await faultOf(at())
      expect([fault.kind, fault.message]).to.deep.equal([kind, fault.message])
      expect(fault.message).to.match(says)
    })
  }

  it('is not asked for again, nor more code, where the device says that it is not connected', async () => {
    const restore = replace(navigator, 'onLine', {value: false})
    try {
      const fault = await faultOf(`${here('hangs-up')}?offline`)
      expect(fault.kind).to.equal('offline')
      expect(fault.message).to.include('did not come')
    } finally {
      restore()
    }
  })
})
