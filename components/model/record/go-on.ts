import type {ModuleFacts} from '../guide/module.js'
import {isDone, moduleProgress, openAttempt, type PagedModule, type ProgressIndex} from './progress.js'

/** Where in a module to go on; neither for its beginning. */
export interface PlaceToGoOn {
  /** Id of a page. */
  page?: string
  /** '': where its questions are asked, or its tasks stand. The quiz itself knows which question is next. */
  question?: ''
}

/**
 * Where "Continue" leads, by the module's record:
 *
 * 1. not begun, or done: to its beginning
 * 2. a try at its questions that is open, or was not passed: to the questions
 * 3. to the first page that was not opened
 * 4. all were opened: to the questions or tasks that are left, else to the last page, where a module is marked as read
 */
export function placeToGoOn(module: PagedModule & ModuleFacts, index: ProgressIndex): PlaceToGoOn {
  const {pages, show, tasks} = module
  const {status, pagesRead} = moduleProgress(module, index)
  if (status === 'not-started' || isDone(status)) return {}
  if (status === 'not-passed' || openAttempt(module.id, index)?.answers.size) return {question: ''}
  const unread = pages.find(({id}) => !pagesRead.includes(id))
  if (unread) return unread === pages[0] ? {} : {page: unread.id}
  if (show || tasks.length) return {question: ''}
  return pages.length > 1 ? {page: pages.at(-1)!.id} : {}
}
