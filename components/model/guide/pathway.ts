/** An ordered set of modules for one purpose: `content/pathways/<id>/pathway.md`. */
export interface Pathway {
  id: string
  title: string
  /** One or two sentences: what it is for, in plain words. */
  summary: string
  audience: string[]
  /** Module ids in the order they are best read. */
  modules: string[]
  /** `safety` of each of its modules that does not say so itself: see `isSafety`. */
  safety?: boolean
}
