import {expect} from 'chai'
import {expectAccessiblePage} from '../elements/axe.js'
import {words} from '../elements/screen.js'
import {until} from '../elements/settled.js'
import {openPage} from './frame.js'

describe('the demonstration page with the guide in a frame', function () {
  this.timeout(60_000)

  for (const width of [320, 1280]) {
    it(`at ${width} px: the frame is as tall as its quiz, both pages keep to the policy, nothing for axe, no sideways scroll`, async () => {
      const host = await openPage('/frame.html?axe', width)
      const page = host.contentDocument!
      const frame = page.querySelector<HTMLIFrameElement>('iframe')!
      const framed = await until(() => frame.contentDocument?.querySelector('dsg-quiz') && frame.contentDocument)
      const broken: string[] = []
      for (const each of [page, framed]) {
        each.addEventListener('securitypolicyviolation', event => broken.push(`${event.violatedDirective} ${event.blockedURI}`))
      }
      await until(() => words(framed.body).includes('Question 1 of'))
      await until(() => frame.clientHeight === Math.ceil(framed.body.getBoundingClientRect().height),
        () => `a frame of ${framed.body.getBoundingClientRect().height} px, not ${frame.clientHeight}`)
      expect(broken).to.deep.equal([])
      for (const {documentElement} of [page, framed]) {
        expect(documentElement.scrollWidth).to.be.at.most(documentElement.clientWidth)
      }
      await expectAccessiblePage(host)
    })
  }
})
