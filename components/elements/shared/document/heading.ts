import {html, nothing, type TemplateResult} from 'lit'

interface HeadingOptions {
  id?: string
  /** Look, apart from rank: a page's heading outline is the host's business, its size ours. */
  size?: 'xl' | 'l' | 'm' | 's'
  /** May script move focus here? */
  focusable?: boolean
}

/** A heading of any rank. Ranks past 6 stay at 6, as HTML has no more. */
export function heading(level: number, content: unknown, {id, size = 'm', focusable}: HeadingOptions = {}): TemplateResult {
  const name = `size-${size}`
  const tab = focusable ? '-1' : nothing
  const at = id ?? nothing
  switch (Math.min(Math.max(level, 1), 6)) {
    case 1: return html`<h1 id=${at} class=${name} tabindex=${tab}>${content}</h1>`
    case 2: return html`<h2 id=${at} class=${name} tabindex=${tab}>${content}</h2>`
    case 3: return html`<h3 id=${at} class=${name} tabindex=${tab}>${content}</h3>`
    case 4: return html`<h4 id=${at} class=${name} tabindex=${tab}>${content}</h4>`
    case 5: return html`<h5 id=${at} class=${name} tabindex=${tab}>${content}</h5>`
    default: return html`<h6 id=${at} class=${name} tabindex=${tab}>${content}</h6>`
  }
}
