/**
 * Stands in for Lit's `css-tag.js` in our bundles, with all that the rest of Lit asks of it. Lit's own serves browsers that
 * cannot adopt style sheets, which cannot read our scripts either, and tells apart kinds of values that the compiler has told
 * apart already.
 */
export class CSSResult {
  readonly cssText: string
  #sheet: CSSStyleSheet | undefined

  constructor(cssText: string) {
    this.cssText = cssText
  }

  /** Made once, however many elements adopt it. */
  get styleSheet(): CSSStyleSheet {
    if (!this.#sheet) {
      this.#sheet = new CSSStyleSheet()
      this.#sheet.replaceSync(this.cssText)
    }
    return this.#sheet
  }
}

export function css(texts: TemplateStringsArray, ...parts: readonly CSSResult[]): CSSResult {
  return new CSSResult(texts.reduce((before, after, at) => before + parts[at - 1]!.cssText + after))
}

export function unsafeCSS(text: string): CSSResult {
  return new CSSResult(text)
}

export function adoptStyles(root: ShadowRoot, styles: readonly CSSResult[]): void {
  root.adoptedStyleSheets = styles.map(({styleSheet}) => styleSheet)
}

export function getCompatibleStyle(style: CSSResult): CSSResult {
  return style
}

export const supportsAdoptingStyleSheets = true
