/** Words on screen by language. English is always there; another language may be added piece by piece. */
export interface Strings<T> { en: T; [language: string]: T }

/**
 * The words for an element, in the language of the page around it.
 *
 * @param element - its own `lang`, else its nearest ancestor's, shadow roots included, decides
 */
export function stringsFor<T>(element: HTMLElement, strings: Strings<T>): T {
  const language = languageOf(element).split('-')[0]!.toLowerCase()
  return (Object.hasOwn(strings, language) && strings[language]) || strings.en
}

function languageOf(element: Element): string {
  for (let at: Element | null = element; at; at = at.parentElement ?? (at.getRootNode() as Partial<ShadowRoot>).host ?? null) {
    const lang = at.getAttribute('lang')
    if (lang) return lang
  }
  return 'en'
}
