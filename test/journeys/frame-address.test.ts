import {expect} from 'chai'
import {guide as content} from '../../stories/content.js'
import {ELSEWHERE, FramedGuide} from './framed.js'

const HOST_SCRIPT = `<script src="${ELSEWHERE}/dsg-frame.js" defer></script>`

describe('the address of the frame page', function () {
  this.timeout(60_000)

  const parts: Record<string, string> = {
    '': 'Pathways',
    '?show=guide&lang=cy': 'Pathways',
    '?show=pathways': content.pathways[0]!.title,
    '?show=pathway&pathway=staying-safe-with-data': '0 of 5 modules done',
    '?show=module&module=spot-suspicious-email&one-page': 'You will be able to',
    '?show=quiz&module=spot-suspicious-email&with-confidence': 'Question 1 of',
    '?show=assessment': 'Rate your digital skills',
    '?show=assessment&domains=D1+D6': 'Rate your digital skills',
    '?show=profile&theme=contrast&audience=manager': 'Your digital skills',
    '?show=record': 'There is nothing in your record yet.',
    '?show=search&query=password': 'password',
    '?show=glossary&term=phishing&theme=dark': 'Phishing',
    '?show=canvas': 'Set up an assessment',
    '?fromOrigin=https://example.sharepoint.com&show=search': 'Search',
  }
  for (const [query, words] of Object.entries(parts)) {
    it(`"${query}" shows "${words}", as tall as it is, and breaks no policy`, async () => {
      const guide = await FramedGuide.open(query, {head: HOST_SCRIPT})
      await guide.sees(words)
      const {broken, lang} = await guide.seesThat(({height, room}) => Math.ceil(height) === room, 'a frame as tall as its content')
      expect(broken).to.deep.equal([])
      expect(lang).to.equal(new URLSearchParams(query).get('lang') ?? content.lang)
    })
  }

  const faults: Record<string, string> = {
    '?show=quizz': 'After show= it can say: guide, pathways, pathway, module, quiz, assessment, profile, record, search, glossary, canvas.',
    '?show=quiz': 'It also needs module= and the id of a module in the guide.',
    '?show=__proto__': 'After show= it can say: guide,',
    '?show=quiz&module=a&modul=b': 'says "modul". It can say: module, question, with-confidence, show, theme, lang, shared-computer.',
    '?show=quiz&src=https://elsewhere.example/guide.json&module=a': 'says "src". It can say: module,',
    '?show=guide&onclick=alert(1)': 'says "onclick". It can say:',
    '?show=quiz&module="><img src=x onerror=alert(1)>': 'something after module= that is not an id.',
    '?show=assessment&domains=D1,D6': 'something after domains= that is not a list of ids.',
    '?show=<img src=x onerror=alert(1)>': 'says show=<img src=x onerror=alert(1)>. After',
    '?theme=../../elsewhere': 'After theme= it can say: nhs, trust, contrast, dark.',
    '?lang=klingon_': 'something after lang= that is not a language.',
    '?shared-computer=no': 'says "shared-computer" with a value.',
    '?show=guide&show=quiz': 'says "show" more than once.',
  }
  for (const [query, words] of Object.entries(faults)) {
    it(`"${query}" says what is possible, and shows nothing else`, async () => {
      const guide = await FramedGuide.open(encodeURI(query).replaceAll("'", '%27'), {head: HOST_SCRIPT})
      const seen = await guide.sees(words)
      expect(seen.words).to.match(/^We could not show this part of the page The address of this frame /)
      expect(seen.words).to.match(/Tell the team that looks after this page. Read ".+" as plain pages$/)
      expect(seen.broken).to.deep.equal([])
    })
  }

  it('says that the guide has no such module', async () => {
    const guide = await FramedGuide.open('?show=quiz&module=no-such-module', {head: HOST_SCRIPT})
    await guide.sees('The guide has no module called "no-such-module". Tell the team that looks after this page.')
  })
})
