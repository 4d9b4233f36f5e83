import {aloneFile} from './check-alone.js'
import {manifestFile, moduleFile} from './check-guide.js'
import {canvasFile, frameworkFile, searchFile} from './check-parts.js'
import {blocks} from './document-shape.js'
import {fileProblems, problemsAt} from './problems.js'

/**
 * Checks the files of a pack before any of it is shown. Anyone may have written them by hand, so nothing is taken on trust:
 * every node has to be one that the renderer knows, every address has to have an allowed scheme, and every file has to be in
 * the pack's own folder. Each function returns what is wrong, in words that name the place; an empty list means that the data
 * has the type that the function's name says.
 */

/** `guide.json`. */
export const manifestProblems = (data: unknown): string[] => fileProblems(data, manifestFile)

/** A module file. */
export const moduleFileProblems = (data: unknown): string[] => fileProblems(data, moduleFile)

/** A module with what it uses of its guide. */
export const aloneFileProblems = (data: unknown): string[] => fileProblems(data, aloneFile)

/** A framework file. */
export const frameworkFileProblems = (data: unknown): string[] => fileProblems(data, frameworkFile)

/** A canvas file of a pack. */
export const canvasFileProblems = (data: unknown): string[] => fileProblems(data, canvasFile)

/** The search file. */
export const searchFileProblems = (data: unknown): string[] => fileProblems(data, searchFile)

/** A document tree: a list of blocks. */
export const documentProblems = (data: unknown): string[] => problemsAt('document', data, blocks)
