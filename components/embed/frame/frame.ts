/**
 * The script of `embed.html`: shows the one part of the guide that the address asks for, and tells the page around how
 * tall it is. The guide is always the one beside this page; the address cannot name another.
 *
 *     embed.html?show=quiz&module=spot-suspicious-email&theme=dark
 */
import type {DsgElement} from '../../elements/shared/base/element.js'
import type {Address} from '../../model/guide/document.js'
import {frameQueryStrings} from '../../elements/shared/words/frame-query.strings.js'
import {stringsFor} from '../../elements/shared/words/strings.js'
import {askedFor, type FrameQuery, type QueryFault} from '../../model/guide/frame-query.js'
import {frameStrings} from './frame.strings.js'
import {keepInPlace} from './links.js'
import {tellHost} from './talk.js'

const root = document.documentElement
const page = document.querySelector('main')!
const isAlone = window.parent === window

const asked = askedFor(new URLSearchParams(location.search))
root.classList.toggle('alone', isAlone)
keepInPlace()
tellHost('is' in asked ? refuse(asked) : show(asked))

function show({tag, attributes, keeps, theme, lang}: FrameQuery): DsgElement {
  if (lang) root.lang = lang
  if (theme === 'dark') root.classList.add('dark')
  else if (theme) addSheet(`themes/${theme}.css` as Address)

  const part = document.createElement(tag) as DsgElement
  for (const [name, value] of attributes) part.setAttribute(name, value)
  part.setAttribute('src', 'guide.json')
  part.setAttribute('heading-level', '1')
  // Said by whoever built the guide: anybody can write the address of a frame.
  if (page.dataset.allowImages) part.setAttribute('allow-images', page.dataset.allowImages)
  if (tag !== 'dsg-guide') part.setAttribute('guide-href', wholeGuide())
  // What the page says at first, with its link, goes into the element, which shows it until the guide is there.
  part.append(...page.childNodes)
  page.append(part)
  if (!isAlone && keeps) {
    const say = stringsFor(page, frameStrings)
    page.append(paragraph(`${say[keeps]} ${say.links}`, 'note'))
  }
  return part
}

function refuse(fault: QueryFault): undefined {
  const say = stringsFor(page, frameStrings)
  const problem = stringsFor(page, frameQueryStrings).fault(fault)
  const title = document.createElement('h1')
  title.textContent = say.title
  page.prepend(title, paragraph(problem), paragraph(say.whoToTell))
  console.error(`embed.html: ${problem}`)
}

/**
 * This page with the whole guide, otherwise as it was asked for. Only the query is said, because a path that begins with `//`
 * would be the name of another site.
 */
function wholeGuide(): Address {
  const old = new URLSearchParams(location.search)
  const kept = ['theme', 'lang', 'shared-computer'].flatMap(name => old.has(name) ? [[name, old.get(name)!]] : [])
  return `?${new URLSearchParams([['show', 'guide'], ...kept])}` as Address
}

function addSheet(address: Address): void {
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = address
  document.head.append(link)
}

function paragraph(words: string, name = ''): HTMLParagraphElement {
  return Object.assign(document.createElement('p'), {textContent: words, className: name})
}
