import type {QueryFault} from '../guide/frame-query.js'

/** An element as somebody wrote it into a page. */
export interface WrittenElement {
  /** In small letters. */
  tag: string
  /** Names in small letters; the first value of each. */
  attributes: ReadonlyMap<string, string>
  /** What is in a `script`. */
  text?: string
  /** Counted from 1; missing where there is no text to count in. */
  line?: number
  /** The start tag as it stands there, cut when it is long. */
  source?: string
  /** What is wrong with the writing itself. Only a reader of text can tell. */
  slips?: readonly Slip[]
}

/**
 * What can be wrong with the writing:
 * - `hidden-place`: browsers make no element of it there; `found` is what it stands in
 * - `in-head`, `in-paragraph`: browsers end the head, or the element, sooner than it was written
 * - `nested`: it stands in another part, which hides what is inside it; `found` is that part's tag
 * - `self-closed`, `unclosed`: what follows on the page is taken for its content; `found` is an end tag that was misspelt
 * - `curly-quotes`, `lost-quote`, `odd-space`: signs that browsers take for a part of the words
 * - `twice`: an attribute that is there twice, of which the second does nothing
 */
export type SlipCode =
  | 'hidden-place' | 'in-head' | 'in-paragraph' | 'nested' | 'self-closed' | 'unclosed' | 'curly-quotes' | 'lost-quote'
  | 'odd-space' | 'twice'

export interface Slip { code: SlipCode; name?: string; found?: string }

/** Mistakes by what they are about. Words for them are in `elements/shared/words/embed-faults.strings.ts`. */
export type EmbedFaultCode = SlipCode
  // the element
  | 'unknown-tag' | 'inside-only' | 'not-in-all'
  // its attributes
  | 'unknown-attribute' | 'attribute-elsewhere' | 'no-src' | 'flag-value' | 'heading-level' | 'guide-href' | 'allow-images'
  // an address
  | 'no-address' | 'not-web' | 'placeholder' | 'only-here' | 'insecure' | 'other-guide' | 'not-guide-file' | 'no-such-page'
  // an id
  | 'no-id' | 'unknown-id' | 'unknown-page' | 'id-elsewhere' | 'not-ids' | 'no-questions'
  // a script
  | 'no-script' | 'not-module' | 'script-type' | 'nomodule' | 'two-scripts' | 'script-again' | 'script-elsewhere' | 'script-name'
  | 'integrity' | 'inline-import'
  // a frame
  | 'frame-page' | 'frame-address' | 'frame-title' | 'frame-sandbox' | 'frame-height' | 'frame-not-sized'
  // the page around
  | 'not-a-stylesheet' | 'unknown-theme' | 'policy' | 'policy-self'

export interface EmbedFault {
  code: EmbedFaultCode
  element: WrittenElement
  /** The attribute that it is about. */
  name?: string
  /** What arrived. */
  found?: string
  /** What was most likely meant, or what to write. */
  meant?: string
  /** What there is to choose from, when nothing is near. */
  can?: readonly string[]
  /** Of `frame-address`. */
  query?: QueryFault
}

/** Mistakes only when something is so that a page's text does not tell, or that do no harm yet. */
const DOUBTS: readonly EmbedFaultCode[] = [
  'twice', 'other-guide', 'unknown-page', 'flag-value', 'no-questions', 'script-again', 'script-elsewhere', 'integrity', 'frame-height',
  'frame-not-sized', 'policy-self',
]

/** True for what somebody has to look at, and which may be right. */
export function isDoubt({code, found}: EmbedFault): boolean {
  // A script may take out what is in a template, as routers of sites do.
  return DOUBTS.includes(code) || code === 'hidden-place' && found === 'template'
}

/** True for what browsers make no element of. */
export function isHidden({slips}: WrittenElement): boolean {
  return slips?.some(({code}) => code === 'hidden-place') ?? false
}

/** A block or a shortcode of the guide's plugin for WordPress. It checks by itself what it is asked for. */
export const PLUGIN_TAG = 'digital-skills-guide'

/** A guide, as far as it is known: `guide.json` fits. What is missing is not checked. */
export interface KnownGuide {
  modules?: readonly {id: string; show: number; pages: readonly {id: string}[]}[]
  pathways?: readonly {id: string}[]
  frameworks?: readonly {id: string; domains: readonly {id: string}[]}[]
  canvases?: readonly {id: string}[]
  glossary?: readonly {id: string}[]
}

/** What is known besides the page's elements. */
export interface HostPage {
  /** Absolute address of the built site's folder, with a slash at its end. */
  site?: string
  /** Absolute address of the page that shows the guide. */
  address?: string
  guide?: KnownGuide
}
