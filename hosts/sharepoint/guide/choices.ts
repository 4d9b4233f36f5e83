import {loadGuide} from '../../../components/state/guide/load-guide.js'

/** What the web part's settings list. */
export interface Choices {
  pathways: {id: string; title: string}[]
  modules: {id: string; title: string}[]
}

/**
 * The pathways and modules of a guide.
 *
 * @param address - of its guide.json
 * @throws LoadError, whose message says what is wrong with the address
 */
export async function choicesOf(address: string): Promise<Choices> {
  const {manifest: {pathways, modules}} = await loadGuide(address)
  const entry = ({id, title}: {id: string; title: string}) => ({id, title})
  return {pathways: pathways.map(entry), modules: modules.map(entry)}
}
