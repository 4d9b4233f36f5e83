import {render} from '@lit-labs/ssr'
import {collectResultSync} from '@lit-labs/ssr/lib/render-result.js'
import {html, type TemplateResult} from 'lit'
import type {PackFile} from '../compile/pack/pack.js'
import type {RenderContext} from '../elements/shared/document/render-inline.js'
import type {PageAddress} from './addresses.js'

/**
 * Stands for the pack's own address while a page is rendered, because the renderer makes image addresses absolute and
 * nobody knows yet where the pack will be. `.invalid` can never be a real host (RFC 2606).
 */
export const PACK_BASE = 'https://pack.invalid/'

/** What is to be known when pages are drawn. */
export interface Drawing {
  /** Origins of other sites that images may come from: `https://images.example.nhs.uk`. Each then sees who reads the page. */
  allowImages?: readonly string[]
  /** Told what is left out of a page, because it cannot be drawn. @param path - of the page */
  tell?(line: string, path: string): void
  /** See `carefully`. */
  guard?: RenderContext['guard']
}

/**
 * Draws each block for a trial, with what is in it, and leaves out what fails. Most faults come up only when the renderer makes
 * text of a whole page, which is too late to tell where they are. This takes twice as long, so it is for pages that have failed.
 */
export const carefully: Drawing['guard'] = (draw, failed) => {
  try {
    const drawn = draw()
    htmlText(html`${drawn}`, '')
    return drawn
  } catch (fault) {
    return failed(fault)
  }
}

/** One page of the site. */
export interface StaticPage {
  place: PageAddress
  title: string
  /** What search engines show under the title. */
  description: string
  /** `before` and `after` stand around the element, with script or without. */
  before?: TemplateResult
  after?: TemplateResult
  /** The element that takes over where script runs, with its attributes beside `src` and `heading-level`. */
  element: {tag: string; attributes?: Record<string, string>}
  /** What the element needs at once, beside its own code and `guide.json`: a part of the guide, and more code. */
  needs?: {part: () => PackFile; code?: string}
  /** The data of the element, put into the page, so that `dsg.js` finds it there and asks for none of these files. */
  data?: () => PackFile
  /** What reads without script, inside the element. */
  content: TemplateResult
}

/**
 * A template as plain HTML, without the comments that Lit writes to find the parts of a template again. No script needs them
 * here.
 *
 * @param root - the way from the page to the pack's folder: '' or `../`
 */
export function htmlText(template: TemplateResult, root = ''): string {
  return collectResultSync(render(template))
    // Nothing in the content can match these patterns: its `<`, `>` and `"` are written as entities.
    .replace(/<!--\/?lit-[^>]*-->|<!--\??-->|<\?>/g, '')
    .replaceAll(`src="${PACK_BASE}`, `src="${root}`)
    .replace(/>\s*\n\s*</g, '>\n<')
    .trim()
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** Data in a page. A browser does not run it, no policy forbids it, and no text in the data can close the tag. */
export function dataBlock(json: string): string {
  return `<script type="application/json">${json.trim().replaceAll('<', '\\u003c')}</script>\n`
}
