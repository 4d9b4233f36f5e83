import {didYouMean} from '../source/did-you-mean.js'
import {idAdvice, isId} from '../source/ids.js'
import {isLanguage} from '../../model/formats/language.js'
import type {Report} from '../source/report.js'
import type {YamlMap, YamlValue} from './yaml-map.js'

/** Whether a missing value is a fault. */
export type Need = 'required' | 'optional'

/** A title is repeated beside each heading that search finds, so its length counts many times. Characters, here and below. */
export const LONGEST_TITLE = 200
/** A summary has some 150. */
const LONGEST_TEXT = 2_000

/** Reads named values one by one, reports those that are missing or of the wrong sort, and at last unknown names. */
export class YamlFields {
  readonly #known = new Set<string>()

  /**
   * @param at - offset to report a missing value at
   * @param of - what these values belong to, in plain words: `this module`
   */
  constructor(readonly entries: YamlMap, readonly report: Report, readonly at: number, readonly of: string) {}

  text(name: string, need: Need): string | undefined {
    const value = this.#value(name, need)
    if (!value) return undefined
    const longest = name === 'title' ? LONGEST_TITLE : LONGEST_TEXT
    if (value.kind === 'text') {
      if (value.text.length > longest) {
        this.report.error('value-too-long', value.at,
          `The ${name} has ${value.text.length} characters, and ${longest} are the most.`, 'Say it in fewer words.')
      }
      return value.text.slice(0, longest)
    }
    this.#wrong(name, value, 'must be words', `Write ${name}: and the words on one line.`)
    return undefined
  }

  id(name: string, need: Need): string | undefined {
    const text = this.text(name, need)
    if (text === undefined || isId(text)) return text
    this.#wrong(name, this.#value(name, need)!, 'is not an id', idAdvice(text))
    return undefined
  }

  /** A list; one value alone is a list of one. */
  texts(name: string, need: Need): string[] {
    const value = this.#value(name, need)
    if (!value) return []
    if (value.kind === 'text') return [value.text]
    const items = value.kind === 'list' ? value.items : []
    const texts = items.flatMap(item => item.kind === 'text' ? [item.text] : [])
    if (value.kind !== 'list' || texts.length < items.length) {
      this.#wrong(name, value, 'must be a list of words',
        `Write ${name}: [one, other], or one a line with "- " before it. Put double quotes around words with a colon.`)
    }
    return texts
  }

  whole(name: string, need: Need, min: number, max: number): number | undefined {
    const value = this.#value(name, need)
    if (!value) return undefined
    const number = value.kind === 'text' && /^\d{1,9}$/.test(value.text) ? Number(value.text) : NaN
    if (number >= min && number <= max) return number
    this.#wrong(name, value, `must be a whole number from ${min} to ${max}`, `Write ${name}: ${min}, for example.`)
    return undefined
  }

  date(name: string, need: Need): string | undefined {
    const text = this.text(name, need)
    if (text === undefined || isDate(text)) return text
    this.#wrong(name, this.#value(name, need)!, 'is not a date', 'Write the year, month and day as 2026-11-23.')
    return undefined
  }

  /** BCP 47. */
  language(name: string, need: Need): string | undefined {
    const text = this.text(name, need)
    if (text === undefined || /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(text) && isLanguage(text)) return text
    this.#wrong(name, this.#value(name, need)!, 'is not a language', `Write ${name}: en-GB, or ${name}: cy for Welsh.`)
    return undefined
  }

  yesNo(name: string, need: Need): boolean {
    const value = this.#value(name, need)
    if (!value) return false
    const text = value.kind === 'text' ? value.text.toLowerCase() : ''
    if (text === 'yes' || text === 'true') return true
    if (text !== 'no' && text !== 'false') this.#wrong(name, value,
      'must be yes or no', `Write ${name}: yes or ${name}: no.`)
    return false
  }

  /** A list of groups of named values. */
  groups(name: string, need: Need, of: string): YamlFields[] {
    const value = this.#value(name, need)
    if (!value) return []
    const items = value.kind === 'list' ? value.items : [value]
    return items.flatMap(item => {
      if (item.kind === 'map') return [new YamlFields(item.entries, this.report, item.at, of)]
      this.#wrong(name, item, 'is not written as names and values', `Begin each ${of} with "- " and write name: value.`)
      return []
    })
  }

  /** Offset of a value, or of the whole when it is missing. */
  offsetOf(name: string): number {
    return this.entries.get(name)?.value.at ?? this.at
  }

  /** Reports the names nobody asked for. */
  finish(): void {
    for (const [name, {keyAt}] of this.entries) {
      if (this.#known.has(name)) continue
      this.report.warning('unknown-key', keyAt, `"${name}" is not used here.`,
        didYouMean(name, this.#known).trim() || `Remove it, or use one of: ${[...this.#known].join(', ')}.`)
    }
  }

  #value(name: string, need: Need): YamlValue | undefined {
    this.#known.add(name)
    const value = this.entries.get(name)?.value
    if (value && value.kind !== 'empty' && !(value.kind === 'list' && !value.items.length)) return value
    if (need === 'required') {
      this.report.error('missing-value', value?.at ?? this.at,
        `${this.of} has no ${name}.`, `Add a line ${name}: with its value.`)
    }
    return undefined
  }

  #wrong(name: string, value: YamlValue, fault: string, advice: string): void {
    const shown = value.kind === 'text' ? ` "${value.text.slice(0, 60)}"` : ''
    this.report.error('bad-value', value.at, `The ${name}${shown} ${fault}.`, advice)
  }
}

/** True for a day that is in the calendar, as 2026-11-23. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
