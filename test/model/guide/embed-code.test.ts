import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {askedFor} from '../../../components/model/guide/frame-query.js'
import {
  frameAddress, frameCode, frameScript, pageAddress, scriptCode, THEMES, type Embed,
} from '../../../components/model/guide/embed-code.js'
import {PART_NAMES, PARTS, type Offered} from '../../../components/model/guide/parts.js'

const SITE = 'https://guide.example.nhs.uk/skills/'
const SHOWS = PART_NAMES.filter((name): name is Offered => PARTS[name].page !== undefined)

describe('code for a page that takes scripts', () => {
  it('names the part, the look and the shared computer, and leaves a link until the guide is there', () => {
    const title = 'Lock "it" <now> & go'
    assert.equal(scriptCode({show: 'quiz', id: 'lock-screen', theme: 'nhs', isShared: true, title}, SITE), [
      '<link rel="stylesheet" href="https://guide.example.nhs.uk/skills/themes/nhs.css">',
      '<script type="module" src="https://guide.example.nhs.uk/skills/dsg.js"></script>',
      '<dsg-quiz src="https://guide.example.nhs.uk/skills/guide.json" module="lock-screen" shared-computer>',
      '  <p><a href="https://guide.example.nhs.uk/skills/modules/lock-screen.html">'
        + 'Lock &quot;it&quot; &lt;now&gt; &amp; go</a></p>',
      '</dsg-quiz>',
    ].join('\n'))
  })

  it('asks for nothing that was not chosen', () => {
    const code = scriptCode({show: 'guide', title: 'A guide'}, '/guide/')
    assert.doesNotMatch(code, /stylesheet|shared|module="|undefined/)
    assert.match(code, /<dsg-guide src="\/guide\/guide\.json">/)
  })
})

describe('code for a page that takes frames', () => {
  for (const show of SHOWS) {
    it(`${show}: the frame page takes its address`, () => {
      const embed: Embed = {show, id: show === 'guide' || show === 'search' ? undefined : 'some-id', title: 'A title'}
      for (const more of [{}, ...THEMES.map(theme => ({theme})), {isShared: true}]) {
        const address = new URL(frameAddress({...embed, ...more}, SITE))
        const asked = askedFor(address.searchParams)
        assert.ok(!('is' in asked), JSON.stringify(asked))
        const {tag} = asked
        assert.ok(scriptCode({...embed, ...more}, SITE).includes(`<${tag} `), `${show} is ${tag} in a frame`)
      }
    })
  }

  it('has a name for people who cannot see it, and needs no script', () => {
    const code = frameCode({show: 'module', id: 'lock-screen', title: 'Lock "it"'}, SITE)
    assert.equal(code, '<iframe data-dsg-frame '
      + 'src="https://guide.example.nhs.uk/skills/embed.html?show=module&amp;module=lock-screen" title="Lock &quot;it&quot;" width="100%" height="700"></iframe>')
    assert.equal(frameScript(SITE), '<script src="https://guide.example.nhs.uk/skills/dsg-frame.js" defer></script>')
  })
})

it('a link leads to the page that shows the same by itself', () => {
  assert.deepEqual(SHOWS.map(show => pageAddress({show, id: 'x', title: ''}, '/g/')), [
    '/g/index.html', '/g/pathways/x.html', '/g/modules/x.html', '/g/modules/x.html', '/g/frameworks/x.html',
    '/g/index.html', '/g/canvases/x.html',
  ])
})
