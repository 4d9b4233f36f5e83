import {html, nothing, type TemplateResult} from 'lit'
import {isSafeImage, type Address, type Image} from '../../../model/guide/document.js'
import {leftOutWords, tellLeftOut} from './guarded.js'
import type {RenderContext} from './render-inline.js'

/**
 * An image. To ask another site for one tells it who reads the page, so an image is only shown from where the guide is, from
 * where the page is, and from where the page allows it (`allow-images`). Of any other, its words are shown, and where it is.
 */
export function renderImage(image: Image, context: RenderContext): TemplateResult {
  const {alt, width, height} = image
  const say = leftOutWords(context)
  if (!isSafeImage(image.url)) {
    tellLeftOut(image, `"${image.url}" is not the address of an image`, context)
    return html`${alt} <span class="hint">(${say.brokenImage})</span>`
  }
  const {href, host, origin} = new URL(image.url, context.base)
  const src = href as Address
  return isAllowed(origin, context)
    ? html`<img src=${src} alt=${alt} loading="lazy" width=${width ?? nothing} height=${height ?? nothing}>`
    : html`${alt} <span class="hint">(${say.elsewhere(host)}${context.isInLink ? nothing
      : html` <a href=${src}>${say.open}</a>`})</span>`
}

function isAllowed(origin: string, {base, host, allowImages = []}: RenderContext): boolean {
  return origin === new URL(base).origin || [...allowImages, ...allowedAround(host)].includes(origin)
}

/** What the page around allows: its own origin, and what is said on the element or on those that it is drawn in. */
function allowedAround(host: HTMLElement | undefined): string[] {
  const found = host ? [location.origin] : []
  for (let at: Element | undefined = host; at; at = (at.getRootNode() as Partial<ShadowRoot>).host) {
    found.push(...originsIn(at.getAttribute('allow-images') ?? ''))
  }
  return found
}

/** The origins that a list of addresses names. What is no address allows nothing. */
export function originsIn(list: string): string[] {
  return list.split(/\s+/).filter(address => URL.canParse(address)).map(address => new URL(address).origin)
}
