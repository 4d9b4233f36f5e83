import {isSafeImage, isSafeLink, type Block, type Inline} from '../guide/document.js'
import type {Source} from '../guide/module.js'
import {
  byType, flag, number, oneOf, optional, text, textThat, type Fields, type Kinds, type Shape, type Test,
} from '../shape/shape.js'

/** The shapes of a document tree, and what several files of a pack have in common. */

export const slug = textThat(value => /^[\p{L}\p{N}_-]+$/u.test(value))
/** The path of a file inside the pack's folder: it has no scheme, and leads neither up nor to another host. */
export const file = textThat(value => /^[\w-][\w./-]*$/.test(value) && !/\.\.|\/\//.test(value))
export const link = textThat(isSafeLink)
export const image = textThat(isSafeImage)

export const inline: Test<Inline> = byType(() => inlineKinds)
export const block: Test<Block> = byType(() => blockKinds)
export const inlines: Shape<Inline[]> = [inline]
export const blocks: Shape<Block[]> = [block]
export const source: Fields<Source> = {title: text, url: optional(link), year: optional(number)}

const inlineKinds: Kinds<Inline> = {
  text: {value: text},
  inlineCode: {value: text},
  break: {},
  emphasis: {children: inlines},
  strong: {children: inlines},
  link: {url: link, children: inlines},
  image: {url: image, alt: text, width: optional(number), height: optional(number)},
  setting: {name: text, fallback: inlines},
}

const blockKinds: Kinds<Block> = {
  paragraph: {children: inlines},
  heading: {depth: oneOf(2, 3, 4), id: slug, children: inlines},
  list: {ordered: flag, start: optional(number), children: [{type: 'listItem', children: blocks}]},
  code: {value: text},
  thematicBreak: {},
  blockquote: {children: blocks},
  table: {
    align: [oneOf(null, 'left', 'center', 'right')],
    children: [{type: 'tableRow', children: [{type: 'tableCell', children: inlines}]}],
  },
  callout: {kind: oneOf('warning', 'example', 'local', 'voice'), source: optional(text), children: blocks},
  activity: {questions: [slug]},
}
