import {expect} from 'chai'
import '../../components/elements/search/define.js'
import type {DsgSearch} from '../../components/elements/search/search.js'
import type {SearchMissedEvent} from '../../components/elements/search/events.js'
import type {LoadedGuide} from '../../components/state/guide/loaded-guide.js'
import {answeredAll, guide, shippedGuide} from '../../stories/content.js'
import {press, type} from '../keys.js'
import {FakeClock} from '../state/visit/fake-clock.js'
import {find, findAll, focused, html, show, words} from './screen.js'
import {settled, until} from './settled.js'

const IN_SAFETY = guide.pathways.find(({id}) => id === 'staying-safe-with-data')!

describe('dsg-search', () => {
  let clock: FakeClock
  beforeEach(() => { clock = new FakeClock() })

  const seen = (search: DsgSearch) => words(find('.status', search.shadowRoot!))
  const told = (search: DsgSearch) => words(find('[aria-live]', search.shadowRoot!))
  const results = (search: DsgSearch) => findAll<HTMLAnchorElement>('.results a', search.shadowRoot!)
  const button = (search: DsgSearch, name: string) => findAll('button', search.shadowRoot!).find(each => words(each) === name)!

  async function open(loaded: LoadedGuide = shippedGuide(), width?: number): Promise<DsgSearch> {
    const search = await show<DsgSearch>(html`<dsg-search .guide=${loaded} .clock=${clock}></dsg-search>`, width)
    find('input', search.shadowRoot!)!.focus()
    return search
  }

  async function searchFor(query: string, loaded?: LoadedGuide, width?: number): Promise<DsgSearch> {
    const search = await open(loaded, width)
    await type(query)
    await until(() => seen(search).includes(`"${query}"`), () => `results for ${query}; it says ${seen(search)}`)
    return search
  }

  async function choose(search: DsgSearch, filter: string, value: string): Promise<void> {
    const select = find<HTMLSelectElement>(`select#${filter}`, search.shadowRoot!)!
    select.value = value
    select.dispatchEvent(new Event('change'))
    await settled(search)
  }

  it('finds a module by its title first, marks the words, and says how many results there are', async () => {
    const search = await searchFor('suspicious email')
    expect(words(results(search)[0]).toLowerCase()).to.contain('suspicious email')
    expect(findAll('.results a b', search.shadowRoot!).map(words)).to.include('suspicious')
    expect(findAll('.results p b', search.shadowRoot!).length).to.be.greaterThan(0)
    expect(seen(search)).to.match(/^\d+ results? for "suspicious email"$/)
  })

  it('marks words for the eye alone: no result is taken apart where it is read out', async () => {
    for (const query of ['suspicious email', 'smartcard', 'how do I share a file']) {
      const search = await searchFor(query)
      expect(findAll('.results b', search.shadowRoot!).length, query).to.be.greaterThan(0)
      expect(findAll('.results mark, .results strong, .results em, .results [role]', search.shadowRoot!).map(words), query).to.deep.equal([])
    }
  })

  it('reaches every result with the Tab key, also on a phone, where the filters are folded away', async () => {
    const search = await searchFor('password', undefined, 340)
    await press('Tab')
    await press('Tab')
    expect(words(focused()!)).to.equal('Filters')
    for (const result of results(search)) {
      await press('Tab')
      expect(focused()).to.equal(result)
    }
  })

  it('shows the rest when it is asked for, and moves on to it', async () => {
    const search = await searchFor('e')
    const first = results(search)
    expect(first.length).to.equal(20)
    button(search, 'Show more results').click()
    await until(() => results(search).length > 20 && !first.map(words).includes(words(focused()!)))
    expect(results(search)).to.include(focused()!)
  })

  it('shows the steps that answer a question above the results, in view on a phone, and tells a screen reader so', async () => {
    const search = await searchFor('how do I report a suspicious email', undefined, 375)
    await press('Enter')
    await until(() => findAll('.answer ol > li', search.shadowRoot!).length === 4)
    const answer = find('.answer', search.shadowRoot!)!
    expect(words(find('.answer li', search.shadowRoot!))).to.equal('Do not click links, open attachments or reply.')
    expect(words(answer)).to.contain('ask your IT service desk which route to use')
    expect(answer.getBoundingClientRect().bottom - search.getBoundingClientRect().top).to.be.lessThan(700)
    expect(answer.compareDocumentPosition(find('.results', search.shadowRoot!)!)).to.equal(Node.DOCUMENT_POSITION_FOLLOWING)
    expect(told(search)).to.match(/^\d+ results for .*An answer is above the results: Report it, and act fast after a mistake\.$/)
  })

  it('has the part that answers in the answer, says that there is more, and leads to it', async () => {
    const search = await searchFor('what do I do with a scam text', undefined, 375)
    const answer = await until(() => find('.answer li', search.shadowRoot!) && find('.answer', search.shadowRoot!))
    expect(words(answer)).to.contain('7726')
    expect(words(answer)).to.contain('There is more about this. Read all of "Report it, and act fast after a mistake"')
    expect(find<HTMLAnchorElement>('p:last-child a', answer)!.hash).to.match(/^#dsg\/module\/spot-suspicious-email\/report-it/)
  })

  it('groups the results by module', async () => {
    const search = await searchFor('email')
    const modules = findAll('.results > li', search.shadowRoot!).map(group =>
      new Set([...group.querySelectorAll('a')].map(({hash}) => hash.split('/')[2])))
    expect(modules.every(({size}) => size === 1)).to.equal(true)
    expect(new Set(modules.map(([module]) => module)).size).to.equal(modules.length)
  })

  it('gives no answer to a lone word, nor to what the guide says nothing about', async () => {
    for (const query of ['phishing', 'how do I claim travel expenses']) {
      expect(find('.answer', (await searchFor(query)).shadowRoot!)).to.equal(undefined)
    }
  })

  describe('when a word is misspelt', () => {
    it('offers the word that was most likely meant, and finds by it', async () => {
      const search = await searchFor('pasword reset')
      expect(words(find('.meant', search.shadowRoot!))).to.equal('Did you mean password reset ?')
      expect(words(results(search)[0]).toLowerCase()).to.contain('password')
      button(search, 'password reset').click()
      await until(() => seen(search).includes('"password reset"'))
      expect(find('.meant', search.shadowRoot!)).to.equal(undefined)
      expect(focused()).to.equal(find('input', search.shadowRoot!))
    })
  })

  describe('tells a screen reader', () => {
    it('nothing while the learner types, and the outcome when they stop', async () => {
      const search = await open()
      const said: string[] = []
      new MutationObserver(() => said.push(told(search)))
        .observe(find('[aria-live]', search.shadowRoot!)!, {childList: true, characterData: true, subtree: true})
      for (const letter of 'phish') {
        await type(letter)
        await settled(search)
        clock.goOn(300)
      }
      await until(() => seen(search).includes('"phish"'))
      expect(told(search)).to.equal('')
      clock.goOn(1000)
      await settled(search)
      expect(told(search)).to.equal(seen(search))
      expect(said.filter(Boolean)).to.deep.equal([seen(search)])
    })

    it('at once when they press Enter', async () => {
      const search = await searchFor('phishing')
      await press('Enter')
      await settled(search)
      expect(told(search)).to.equal(seen(search))
    })

    it('once more when they press Enter again, as the first time can be lost among the sounds of typing', async () => {
      const search = await searchFor('phishing')
      const said: string[] = []
      new MutationObserver(() => said.push(told(search)))
        .observe(find('[aria-live]', search.shadowRoot!)!, {childList: true, characterData: true, subtree: true})
      for (const times of [1, 2, 3]) {
        await press('Enter')
        await settled(search)
        clock.goOn(200)
        await until(() => said.filter(Boolean).length === times, () => said.join('; '))
      }
      expect(said).to.deep.equal([seen(search), '', seen(search), '', seen(search)])
    })
  })

  describe('when there is nothing', () => {
    async function missedBy(run: (search: DsgSearch) => Promise<void>): Promise<string[]> {
      const missed: string[] = []
      const hear = ({query}: SearchMissedEvent) => missed.push(query)
      document.body.addEventListener('dsg-search-missed', hear)
      await run(await open())
      document.body.removeEventListener('dsg-search-missed', hear)
      return missed
    }

    it('says so plainly', async () => {
      expect(seen(await searchFor('qqqqqq'))).to.equal('Nothing found for "qqqqqq". Check the spelling, or use other words.')
    })

    it('tells the page once, when typing has stopped, and not what was typed on the way', async () => {
      expect(await missedBy(async search => {
        await type('zzzzqqqq')
        await until(() => seen(search).includes('"zzzzqqqq"'))
        clock.goOn(1000)
        await press('Enter')
        await settled(search)
      })).to.deep.equal(['zzzzqqqq'])
    })

    it('tells the page nothing of what script searched for, nor of what was found', async () => {
      expect(await missedBy(async search => {
        search.query = 'zzzzqqqq'
        await until(() => seen(search).includes('"zzzzqqqq"'))
        clock.goOn(1000)
        search.query = ''
        await settled(search)
        find('input', search.shadowRoot!)!.focus()
        await type('phishing')
        await until(() => seen(search).includes('"phishing"'))
        clock.goOn(1000)
      })).to.deep.equal([])
    })
  })

  describe('filters', () => {
    it('leave one pathway, and say how many are set', async () => {
      const search = await searchFor('email')
      await choose(search, 'pathway', IN_SAFETY.id)
      await until(() => words(find('summary', search.shadowRoot!)) === 'Filters (1 set)')
      const places = findAll('.results .place', search.shadowRoot!).map(words)
      expect(places.length).to.be.greaterThan(0)
      expect(new Set(places)).to.deep.equal(new Set([IN_SAFETY.title]))
    })

    it('are not to blame where no words are known: then a question of each pathway can be asked', async () => {
      const search = await searchFor('qqqqqq')
      const questions = findAll('ul[aria-labelledby="common"] button', search.shadowRoot!)
      expect(questions.length).to.equal(guide.pathways.length)
      const asked = words(questions[0])
      expect(asked).to.match(/^[A-Z].*\?$/)
      questions[0]!.focus()
      await press('Enter')
      await until(() => seen(search).includes(`"${asked}"`) && Boolean(find('.answer', search.shadowRoot!)))
    })

    it('that leave nothing are named as the reason, with a way out', async () => {
      const search = await searchFor('phishing')
      const all = results(search).length
      await choose(search, 'pathway', 'remote-and-video-consultations')
      await choose(search, 'stage', '4')
      await until(() => seen(search).startsWith('Nothing found for "phishing" with these filters. There'))
      const [way] = findAll('p button', search.shadowRoot!).filter(each => words(each) === 'Clear the filters')
      way!.click()
      await until(() => results(search).length === all)
    })

    it('leave what is not done yet, once something is', async () => {
      expect(find('#not-done', (await searchFor('suspicious')).shadowRoot!)).to.equal(undefined)
      const search = await searchFor('email', shippedGuide(...answeredAll('spot-suspicious-email', true)))
      const isThere = () => results(search).some(({href}) => href.includes('spot-suspicious-email'))
      expect(isThere()).to.equal(true)
      find('#not-done', search.shadowRoot!)!.click()
      await until(() => !isThere())
      expect(results(search).length).to.be.greaterThan(0)
    })

    it('are forgotten with what was typed when the learner clears their answers', async () => {
      const loaded = shippedGuide(...answeredAll('spot-suspicious-email', true))
      const search = await searchFor('email', loaded)
      await choose(search, 'pathway', IN_SAFETY.id)
      await loaded.record.clear()
      await settled(search)
      expect(search.query).to.equal('')
      expect(results(search)).to.deep.equal([])
    })
  })
})
