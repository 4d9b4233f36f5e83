import {expect} from 'chai'
import {keepInPlace} from '../../../components/embed/frame/links.js'
import {press} from '../../keys.js'

describe('links on the frame page', () => {
  before(keepInPlace)

  const links = [
    {href: 'https://www.england.nhs.uk/', target: '_blank', why: 'another site'},
    {href: './index.html', target: '_blank', why: 'another page of ours, which would not tell its height'},
    {href: '#dsg/record', target: '', why: 'a place on this page'},
    {href: `${location.pathname}?show=guide`, target: '', why: 'this page with something else on it'},
    {href: 'mailto:library@example.nhs.uk', target: '', why: 'no page'},
    {href: 'tel:111', target: '', why: 'no page'},
    {href: 'blob:https://www.england.nhs.uk/1', target: '', why: 'a file to take away'},
  ]
  for (const isDeep of [false, true]) {
    for (const {href, target, why} of links) {
      it(`${href}${isDeep ? ', in a shadow root,' : ''} ${target ? 'opens a tab' : 'stays'}: ${why}`, async () => {
        const place = document.body.appendChild(document.createElement('div'))
        const link = document.createElement('a')
        link.href = href
        link.append('Read more')
        const root = isDeep ? place.attachShadow({mode: 'open'}) : place
        root.append(link)
        let pressed = ''
        // Nothing is opened: the test ends where the browser would begin.
        link.addEventListener('click', event => {
          event.preventDefault()
          pressed = link.target || 'here'
        })
        link.focus()
        await press('Enter')
        place.remove()
        expect(pressed).to.equal(target || 'here')
      })
    }
  }
})
