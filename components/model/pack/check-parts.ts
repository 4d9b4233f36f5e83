import {oneOf, optional, text, type Fields} from '../shape/shape.js'
import type {Framework} from '../guide/framework.js'
import {rate} from './check-alone.js'
import {blocks, inlines, slug, source} from './document-shape.js'
import {PACK_VERSION, type CanvasPackFile, type FrameworkFile, type SearchFile} from './files.js'

/** The shapes of the parts of a pack that few pages load. */

/** How many levels a statement may have: a record can hold a rating from 1 to 5. */
const MOST_RATINGS = 5
/** How many levels a factor may have: a canvas item can hold a rating from 1 to 4. */
const LEVELS = 4

/** What frameworks and canvases have in common. */
const about: Fields<Omit<Framework, 'note' | 'levels' | 'needed' | 'domains'>> = {
  id: slug, title: text, lang: text, publisher: optional(text), sources: [source],
  lastReviewed: optional(text), nextReview: optional(text),
}

/** A framework file. */
export const frameworkFile: Fields<FrameworkFile> = {
  format: 'dsg-framework',
  version: PACK_VERSION,
  framework: {
    ...about,
    note: optional(text),
    levels: optional([text, MOST_RATINGS]),
    needed: optional([text, MOST_RATINGS]),
    domains: [{
      id: slug, name: text, short: text, summary: blocks, first: optional(slug),
      statements: [{type: 'rate', ...rate, levels: [inlines, MOST_RATINGS]}],
    }],
  },
}

/** A canvas file of a pack. */
export const canvasFile: Fields<CanvasPackFile> = {
  format: 'dsg-canvas-factors',
  version: PACK_VERSION,
  canvas: {
    ...about,
    basis: optional(text),
    factors: [{
      id: slug, group: text, name: text, hash: text, intro: blocks, levels: [{name: text, text: inlines}, LEVELS, LEVELS],
      ask: blocks, learn: [slug],
    }],
  },
}

/** The search file. The figures of its index are checked as it is opened, by `search/index-text.ts`. */
export const searchFile: Fields<SearchFile> = {
  format: 'dsg-search',
  version: PACK_VERSION,
  sections: [{
    module: slug, page: slug, anchor: text, title: text, heading: text, keywords: [text], text,
    asked: optional([text]), role: optional(oneOf('questions', 'steps')),
  }],
  synonyms: optional([{says: [text], means: [text]}]),
  index: optional({terms: text, counts: text, sections: text, marks: text}),
}
