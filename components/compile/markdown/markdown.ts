import MarkdownIt from 'markdown-it'
import type {Env, MarkdownIt as Parser, StateBlock, StateCore, StateInline, Token} from 'markdown-it'
import {labelKind} from './prefixes.js'

/** How deep lists and quotes may stand in each other. More is a mistake, or an attack on the reader's stack. */
export const MAX_NESTING = 50

/** A mark that is opened and never closed, or HTML: shown as it was typed, and reported. */
export type Fault = 'comment-not-closed' | 'setting-not-closed' | 'raw-html'

/** Offset of an inline token in the text of its block: exact for links, images and our own marks, about right for others. */
export function offsetInBlock({offset = 0}: LocatedToken): number {
  return offset
}

interface LocatedToken extends Token { offset?: number }

/**
 * markdown-it's tokens of a text, with our marks: comments (`<!-- … -->`), local settings (`{{name | fallback}}`), gaps
 * (`[[answer]]`) and `**Why:**`. Its own link check passes everything: `inline.ts` decides on the tree, where it can tell
 * the author and keep the words.
 */
export function parseMarkdown(text: string): {tokens: Token[]; unused: Definition[]} {
  const env: Environment = {definitions: [], used: new Set()}
  const tokens = (parser ??= createParser()).parse(text, env)
  const seen = new Set<string>()
  const unused = env.definitions.filter(({label}) => !env.used.has(label) || seen.size === seen.add(label).size)
  return {tokens, unused}
}

/** `[label]: address "title"`, which stands for nothing that readers see until a link names it. Lines as of a `Branch`. */
export interface Definition { label: string; line: number; end: number }

/** What is noted while markdown-it reads one text. */
interface Environment extends Env { definitions: Definition[]; used: Set<string> }

/** One for all files: it keeps nothing of a text, and to make it takes as long as to read a page. */
let parser: Parser | undefined

function createParser(): Parser {
  const md = new MarkdownIt({html: false, linkify: false, typographer: false, maxNesting: MAX_NESTING})
  md.disable(['strikethrough', 'html_block', 'html_inline'])
  md.validateLink = () => true
  md.normalizeLink = url => url
  md.inline.State = LocatingState

  md.core.ruler.before('strip_references', 'definitions', noteDefinitions)
  md.block.ruler.before('fence', 'comment', blockComment, {alt: ['paragraph', 'reference', 'blockquote', 'list']})
  md.block.ruler.before('paragraph', 'why', whyEndsParagraph, {alt: ['paragraph', 'blockquote', 'list']})
  md.inline.ruler.before('link', 'setting', setting)
  md.inline.ruler.before('link', 'gap', gap)
  md.inline.ruler.after('autolink', 'comment', inlineComment)
  md.inline.ruler.after('comment', 'tag', tag)
  return md
}

/** Notes where each token begins in its block's text: markdown-it keeps lines only, and only of blocks. */
class LocatingState extends MarkdownIt.StateInline {
  override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
    const token: LocatedToken = super.push(type, tag, nesting)
    // The link rule has stepped over its bracket by the time it pushes.
    if (nesting >= 0) token.offset = type === 'link_open' && this.src[this.pos] !== '<' ? this.pos - 1 : this.pos
    return token
  }
}

/** Marks known not to be closed in a text, so that ten thousand openings are not ten thousand searches. */
const UNCLOSED = new WeakMap<object, Set<string>>()

/** Offset of `mark` at or after `from`; -1 when there is none before `max`. */
function findClosing(state: StateInline | StateBlock, mark: string, from: number, max: number): number {
  const unclosed = UNCLOSED.get(state)
  if (unclosed?.has(mark)) return -1
  const at = state.src.indexOf(mark, from)
  if (at < 0) UNCLOSED.set(state, new Set(unclosed).add(mark))
  return at >= 0 && at + mark.length <= max ? at : -1
}

/** A comment on lines of its own, blank lines and all. One that is not closed ends before the next blank line. */
function blockComment(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (state.sCount[startLine]! - state.blkIndent >= 4) return false
  const start = state.bMarks[startLine]! + state.tShift[startLine]!
  if (!state.src.startsWith('<!--', start)) return false

  const end = findClosing(state, '-->', start + 4, state.eMarks[endLine - 1]!)
  let next = startLine + 1
  if (end < 0) while (next < endLine && !state.isEmpty(next)) next++
  else while (state.eMarks[next - 1]! < end) next++
  // Words after the closing mark are content: leave the line to the paragraph, and the comment to the inline rule.
  if (end >= 0 && state.src.slice(end + 3, state.eMarks[next - 1]).trim()) return false
  if (silent) return true

  const token = state.push('comment', '', 0)
  token.map = [startLine, next]
  token.content = state.src.slice(start + 4, end < 0 ? state.eMarks[next - 1] : end)
  token.meta = {start, closed: end >= 0}
  state.line = next
  return true
}

/** `**Why:**` begins a paragraph even right under an answer, where it would be read as more of the answer. */
function whyEndsParagraph(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  if (!silent || state.sCount[startLine]! - state.blkIndent >= 4) return false
  const start = state.bMarks[startLine]! + state.tShift[startLine]!
  const label = /^\*\*([^*:\n]{1,30})(?::\*\*|\*\*:)/.exec(state.src.slice(start, start + 40))
  return label !== null && labelKind(label[1]!) === 'why'
}

/** Notes the definitions, which markdown-it is about to forget, and from then on which of them a link asks for. */
function noteDefinitions(state: StateCore): void {
  const env = state.env as Environment
  for (const {type, map, meta} of state.tokens) {
    if (type !== 'reference_definition' || !map) continue
    env.definitions.push({label: (meta as {label: string}).label, line: map[0], end: map[1]})
  }
  if (!env.references) return
  env.references = new Proxy(env.references, {
    get(all, label: string) {
      env.used.add(label)
      return all[label]
    },
  })
}

function inlineComment(state: StateInline, silent: boolean): boolean {
  const start = state.pos
  if (!state.src.startsWith('<!--', start)) return false
  const end = findClosing(state, '-->', start + 4, state.posMax)
  if (end < 0) return fault(state, silent, 'comment-not-closed', 4)
  if (!silent) state.push('comment', '', 0).content = state.src.slice(start + 4, end)
  state.pos = end + 3
  return true
}

/** `setting_open` … `setting_close` around the fallback's own inline tokens; the name is the opening's `content`. */
function setting(state: StateInline, silent: boolean): boolean {
  const start = state.pos
  if (!state.src.startsWith('{{', start)) return false
  const end = findClosing(state, '}}', start + 2, state.posMax)
  const nested = state.src.indexOf('{{', start + 2)
  if (end < 0 || (nested >= 0 && nested < end)) return fault(state, silent, 'setting-not-closed', 2)
  if (!silent) {
    const bar = state.src.indexOf('|', start + 2)
    const nameEnd = bar >= 0 && bar < end ? bar : end
    const max = state.posMax
    state.push('setting_open', '', 1).content = state.src.slice(start + 2, nameEnd).trim()
    state.pos = Math.min(nameEnd + 1, end)
    state.posMax = end
    state.md.inline.tokenize(state)
    state.push('setting_close', '', -1)
    state.posMax = max
  }
  state.pos = end + 2
  return true
}

/** `[[answer | other answer]]`. `[[words]](address)` is a link whose words have brackets. */
function gap(state: StateInline, silent: boolean): boolean {
  const start = state.pos
  if (!state.src.startsWith('[[', start)) return false
  const end = findClosing(state, ']]', start + 2, state.posMax)
  if (end < 0 || state.src[end + 2] === '(' || state.src[end + 2] === '[') return false
  const content = state.src.slice(start + 2, end)
  if (/[[\]\n]/.test(content.slice(0, 500)) || content.length > 500) return false
  if (!silent) state.push('gap', '', 0).content = content
  state.pos = end + 2
  return true
}

/** HTML as an author may type it. It stays text, and the author is told. */
function tag(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '<') return false
  const found = /^<(?:\/?[a-z][a-z0-9:-]*(?=[\s/>]|$)|!(?=[a-z[])|\?(?=[a-z]))/i
    .exec(state.src.slice(state.pos, Math.min(state.pos + 40, state.posMax)))
  return found !== null && fault(state, silent, 'raw-html', found[0].length)
}

function fault(state: StateInline, silent: boolean, kind: Fault, length: number): true {
  if (!silent) {
    const token = state.push('fault', '', 0)
    token.content = state.src.slice(state.pos, state.pos + length)
    token.info = kind
  }
  state.pos += length
  return true
}
