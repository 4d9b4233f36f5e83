import {join} from 'node:path'
import type {Plugin} from 'vite'
import {leanParser} from './lean-parsers.js'
import {REPOSITORY} from '../terminal/paths.js'
import {slashed} from '../terminal/slashed.mjs'

const CSS = pathOf('lean-css')
const DECORATORS = pathOf('lean-decorators')

/** What stands in for a whole module in our bundles, by the end of its path. */
const INSTEAD: Readonly<Record<string, string>> = {
  '@lit/reactive-element/css-tag.js': `export * from ${CSS}`,
  'lit/decorators.js': `export * from ${DECORATORS}`,
  // The compiler's own helper knows of ways to decorate that ours does not have, and is longer than it.
  'helpers/esm/decorate.js': `export {decorate as default} from ${DECORATORS}`,
  // Finds addresses in text for markdown-it, which our parser never asks it to (`linkify: false`), and is half as long as that.
  'linkify-it/build/index.mjs': 'export class LinkifyIt {}',
  // Kinds of signs, which regular expressions know.
  'uc.micro/build/index.mjs': 'export const P = /\\p{P}/u, S = /\\p{S}/u',
  // Names of sites in letters of other scripts, as ASCII: browsers can do that. Turned round it is only asked for an address that
  // stands for its own words; such a name is then shown as it was written.
  'punycode.js/punycode.es6.js': 'export default {toASCII: host => new URL(`http://${host}`).hostname, toUnicode: host => host}',
}

/**
 * Leaves out of Lit what is for other browsers and for other ways to write an element, out of markdown-it what is switched off
 * or browsers have, and out of yaml what is for writing it: every page would pay for it.
 */
export const leanLit: Plugin = {
  name: 'lean-lit',
  async transform(code, id) {
    // Imported here, because the published command makes no bundles and does not bring the package that this one reads.
    if (slashed(id).endsWith('/entities/dist/index.js')) return {code: (await import('./lean-entities.js')).leanEntities(), map: null}
    const path = Object.keys(INSTEAD).find(end => slashed(id).endsWith(`/${end}`))
    if (path) return {code: INSTEAD[path]!, map: null}
    const lean = leanParser(slashed(id), code)
    return lean === undefined ? undefined : {code: lean, map: null}
  },
}

function pathOf(name: string): string {
  return JSON.stringify(join(REPOSITORY, `cli/bundle/${name}.ts`))
}
