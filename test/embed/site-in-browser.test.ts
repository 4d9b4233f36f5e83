import {expect} from 'chai'
import {staticSite} from '../../components/site/site.js'
import {guide} from '../../stories/content.js'

/** `test/site/` looks at the pages themselves; this, at where they can be made. */
it('a browser makes the pages of a guide, as Node does', () => {
  const pages = staticSite(guide).filter(({path}) => path.endsWith('.html'))
  expect(pages).to.have.length.above(guide.modules.length)
  for (const {path, text} of pages) {
    const page = new DOMParser().parseFromString(text, 'text/html')
    expect(page.querySelector('main h1')?.textContent, path).to.be.oneOf([page.title, page.title.replace(` - ${guide.title}`, '')])
    expect(text, path).not.to.match(/lit-part|lit-node|pack\.invalid/)
  }
})
