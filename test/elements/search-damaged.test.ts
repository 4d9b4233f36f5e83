import {expect} from 'chai'
import '../../components/elements/search/define.js'
import type {DsgSearch} from '../../components/elements/search/search.js'
import type {SearchText} from '../../components/model/pack/files.js'
import {buildIndex} from '../../components/search/build-index.js'
import {searchOf} from '../../components/state/search/guide-search.js'
import type {LoadError, LoadedGuide} from '../../components/state/guide/loaded-guide.js'
import {guide, shippedGuide} from '../../stories/content.js'
import {find, html, show, words} from './screen.js'
import {until} from './settled.js'

const index = buildIndex(guide.sections)

function guideWith(text: SearchText): LoadedGuide {
  return {...shippedGuide(), searchText: async () => text}
}

describe('a search file', () => {
  const damaged: [string, SearchText][] = [
    ['whose index is cut short', {sections: guide.sections, index: {...index, sections: index.sections.slice(0, 900)}}],
    ['whose index names sections that are not there', {sections: guide.sections.slice(0, 9), index}],
    ['whose index is no index', {sections: guide.sections, index: {terms: '__proto__', counts: '', sections: '', marks: ''}}],
  ]
  for (const [which, text] of damaged) {
    it(`${which} is refused in words`, async () => {
      const loaded = guideWith(text)
      const error = await searchOf(loaded).catch((reason: LoadError) => reason)
      expect(error).to.include({name: 'LoadError', kind: 'refused'})
      expect((error as LoadError).message).to.contain('The search index cannot be used')
      const search = await show<DsgSearch>(html`<dsg-search .guide=${loaded} query="phishing"></dsg-search>`)
      const alert = await until(() => find('[role="alert"]', search.shadowRoot!))
      expect(words(alert)).to.contain('There is a fault in the guide')
    })
  }

  const whole: [string, SearchText][] = [
    ['of an older build, without index and synonyms,', {sections: guide.sections}],
    ['with an index', {sections: guide.sections, synonyms: guide.synonyms, index}],
  ]
  for (const [which, text] of whole) {
    it(`${which} is searched`, async () => {
      const search = await show<DsgSearch>(html`<dsg-search .guide=${guideWith(text)} query="phishing"></dsg-search>`)
      const first = await until(() => find('.results a', search.shadowRoot!))
      expect(words(first)).to.match(/suspicious/i)
    })
  }
})
