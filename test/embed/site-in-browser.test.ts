/** What Node makes of a guide's files, a browser can make too. `test/compile/` and `test/site/` look at what is made. */
import {expect} from 'chai'
import {compileGuide} from '../../components/compile/guide/compile-guide.js'
import {staticSite} from '../../components/site/site.js'
import {files} from '../../stories/content-files.js'
import {guide as madeInNode} from '../../stories/shipped-guide.js'

const {guide} = compileGuide(files)

it('a browser makes the same guide as Node', () => {
  expect(guide.modules).to.have.length.above(30)
  // Part by part, as the words for a difference would be as long as the guide.
  for (const [at, module] of guide.modules.entries()) expect(module, module.id).to.deep.equal(madeInNode.modules[at])
  expect(JSON.stringify(guide)).to.have.length(JSON.stringify(madeInNode).length)
  expect({...guide, modules: []}).to.deep.equal({...madeInNode, modules: []})
})

it('a browser makes the pages of a guide, as Node does', () => {
  const pages = staticSite(guide).filter(({path}) => path.endsWith('.html'))
  expect(pages).to.have.length.above(guide.modules.length)
  for (const {path, text} of pages) {
    const page = new DOMParser().parseFromString(text, 'text/html')
    expect(page.querySelector('main h1')?.textContent, path).to.be.oneOf([page.title, page.title.replace(` - ${guide.title}`, '')])
    expect(text, path).not.to.match(/lit-part|lit-node|pack\.invalid/)
  }
})
