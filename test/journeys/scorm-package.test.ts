import {expect} from 'chai'
import {strFromU8, unzipSync} from 'fflate'
import type {GuideManifest} from '../../components/model/pack/files.js'
import {guide} from '../../stories/content.js'
import {expectAccessiblePage} from '../elements/axe.js'
import {words} from '../elements/screen.js'
import {until} from '../elements/settled.js'
import {openPage} from './frame.js'

const IMSCP = 'http://www.imsproject.org/xsd/imscp_rootv1p1p2'
const ADLCP = 'http://www.adlnet.org/xsd/adlcp_rootv1p2'
/** What XML allows as the value of an ID. */
const NAME = /^[A-Za-z_][\w.-]*$/

const PACKAGES = [
  {name: 'pathway', title: guide.pathways.find(({id}) => id === 'staying-safe-with-data')!.title, modules: 5},
  {name: 'module', title: guide.modules.find(({id}) => id === 'spot-suspicious-email')!.title, modules: 1},
]

function childrenOf(element: Element, tag: string): Element[] {
  return [...element.children].filter(({namespaceURI, localName}) => namespaceURI === IMSCP && localName === tag)
}

async function filesOf(name: string): Promise<Record<string, Uint8Array>> {
  const response = await fetch(`/packages/${name}.zip`)
  return unzipSync(new Uint8Array(await response.arrayBuffer()))
}

function guideIn(files: Record<string, Uint8Array>): GuideManifest {
  return JSON.parse(strFromU8(files['guide.json']!)) as GuideManifest
}

for (const {name, title, modules} of PACKAGES) {
  describe(`the SCORM 1.2 package of a ${name}`, function () {
    this.timeout(120_000)

    let files: Record<string, Uint8Array>
    let manifest: Element
    const one = (path: string, from: Element = manifest): Element => {
      const found = path.split('/').reduce<Element[]>((all, tag) => all.flatMap(each => childrenOf(each, tag)), [from])
      expect(found, path).to.have.length(1)
      return found[0]!
    }

    // It is made by the first request for it, which takes longer than a page may.
    before(async () => {
      files = await filesOf(name)
      const text = strFromU8(files['imsmanifest.xml']!)
      manifest = new DOMParser().parseFromString(text, 'application/xml').documentElement
    })

    it('has a manifest at its root that is XML, in the namespaces of SCORM 1.2', () => {
      expect(manifest.localName).to.equal('manifest')
      expect(manifest.namespaceURI).to.equal(IMSCP)
      const parts = [...manifest.children].map(({localName}) => localName)
      expect(parts).to.deep.equal(['metadata', 'organizations', 'resources'])
      expect(one('metadata/schema').textContent).to.equal('ADL SCORM')
      expect(one('metadata/schemaversion').textContent).to.equal('1.2')
    })

    it('is one organization with one item, which is the page', () => {
      const organization = one('organizations/organization')
      expect(one('organizations').getAttribute('default')).to.equal(organization.getAttribute('identifier'))
      expect(one('title', organization).textContent).to.equal(title)
      const item = one('item', organization)
      expect(one('title', item).textContent).to.equal(title)
      const resource = one('resources/resource')
      expect(item.getAttribute('identifierref')).to.equal(resource.getAttribute('identifier'))
      expect(resource.getAttribute('type')).to.equal('webcontent')
      expect(resource.getAttributeNS(ADLCP, 'scormtype')).to.equal('sco')
      expect(resource.getAttribute('href')).to.equal('index.html')
    })

    it('has identifiers that XML allows, each once, and no mastery score to overrule the page', () => {
      const ids = [manifest, ...manifest.querySelectorAll('*')].flatMap(each => each.getAttribute('identifier') ?? [])
      for (const id of ids) expect(id).to.match(NAME)
      expect(new Set(ids).size).to.equal(4)
      expect(manifest.getElementsByTagNameNS(ADLCP, 'masteryscore')).to.have.length(0)
    })

    it('lists every file of the zip, and no other, by a relative path', () => {
      const hrefs = [...one('resources/resource').children].map(file => file.getAttribute('href')!)
      for (const href of hrefs) expect(href).to.match(/^(?!.*\.\.)[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/)
      expect([...hrefs, 'imsmanifest.xml'].sort()).to.deep.equal(Object.keys(files).sort())
    })

    it('has everything that its page and its guide name, and nothing else', () => {
      const page = strFromU8(files['index.html']!)
      const named = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(match => match[1]!)
      const {modules: entries, search, frameworks, canvases, pathways} = guideIn(files)
      const contents = entries.map(({file}) => strFromU8(files[file]!)).join()
      const images = [...contents.matchAll(/"url":"(images\/[^"]+)"/g)].map(match => match[1]!)
      const pages = entries.map(({file}) => file)
      const needed = ['imsmanifest.xml', 'index.html', 'guide.json', search, ...named, ...pages, ...images]
      expect([...new Set(needed)].sort()).to.deep.equal(Object.keys(files).sort())
      expect([entries.length, pathways.length, frameworks.length, canvases.length]).to.deep.equal([modules, 1, 0, 0])
    })

    it('leads to no module that is not in it', () => {
      const own = new Set(guideIn(files).modules.map(({id}) => id))
      const text = Object.entries(files).map(([path, body]) => path.endsWith('.json') ? strFromU8(body) : '').join()
      for (const [, id] of text.matchAll(/"url":"module:([^"#]+)/g)) expect(own.has(id!), id).to.equal(true)
    })

    for (const width of [320, 1280]) {
      it(`at ${width} px: breaks no policy, nothing for axe, no sideways scroll`, async () => {
        const frame = await openPage(`/packages/${name}/index.html?axe`, width)
        const page = frame.contentDocument!
        const broken: string[] = []
        page.addEventListener('securitypolicyviolation', ({violatedDirective, blockedURI}) =>
          broken.push(`${violatedDirective} ${blockedURI}`))
        await until(() => words(page.body).includes('My record'))
        await until(() => words(page.body).includes(title))
        expect(page.querySelector('meta[http-equiv]')!.getAttribute('content')).to.contain("default-src 'self'")
        expect(page.documentElement.scrollWidth).to.be.at.most(width)
        await expectAccessiblePage(frame)
        expect(broken).to.deep.equal([])
      })
    }
  })
}
