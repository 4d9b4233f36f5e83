import type {GuideManifest} from '../../model/pack/files.js'
import type {Route} from '../shared/page/route.js'

/** Words for the screens that the guide's content gives no name. */
export interface ScreenNames {
  search: string
  searchFor(query: string): string
  glossary: string
  assessment: string
  profile: string
  record: string
  question: string
  questions: string
  unknown: string
}

/** A browser shows some 60 characters of a title, and a query can be as long as that by itself. */
const LONGEST_QUERY = 40

/** What a screen is called, the most particular first: a page, its module. Every place in a guide has its own. */
export function titlesOf(route: Route, {title, pathways, modules, glossary}: GuideManifest, names: ScreenNames): string[] {
  switch (route.view) {
    case 'home': return [title]
    case 'pathway': return [pathways.find(({id}) => id === route.pathway)?.title ?? names.unknown]
    case 'module': {
      const module = modules.find(({id}) => id === route.module)
      if (!module) return [names.unknown]
      const page = module.pages.find(({id}) => id === route.page)
      const inside = route.question !== undefined ? names[route.question ? 'question' : 'questions'] : page && page !== module.pages[0] ? page.title : undefined
      return inside ? [inside, module.title] : [module.title]
    }
    case 'search': return [route.query ? names.searchFor(route.query.slice(0, LONGEST_QUERY)) : names.search]
    case 'glossary': {
      const term = glossary.find(({id}) => id === route.term)?.term
      return term ? [term, names.glossary] : [names.glossary]
    }
    case 'unknown': return [names.unknown]
    default: return [names[route.view]]
  }
}
