/** The worker that searches a very large guide: loads its search file, opens it, and answers. See `worker-search.ts`. */
import {searchFileProblems} from '../../model/pack/check-pack.js'
import type {SearchFile} from '../../model/pack/files.js'
import type {OpenIndex} from '../../search/open-index.js'
import {jsonAt, refused} from '../guide/fetch.js'
import {openText} from './search-text.js'
import type {SearchedFile, SearchRequest, SearchResponse} from './worker-search.js'

let index: OpenIndex | undefined

addEventListener('message', ({data}: MessageEvent<SearchRequest>) => {
  if ('open' in data) void open(data.open).then(isOpen => respond({isOpen}))
  else if (index) respond({id: data.id, result: index.search(data.query, data.options)})
})

/** @returns false when it cannot be opened here: the page then opens it itself, and tells why if that fails too */
async function open({url, glossary}: SearchedFile): Promise<boolean> {
  try {
    const data = await jsonAt(url)
    const problems = searchFileProblems(data)
    if (problems.length) throw refused(url, problems)
    index = await openText(data as SearchFile, glossary, url)
    return true
  } catch {
    return false
  }
}

function respond(message: SearchResponse): void {
  postMessage(message)
}
