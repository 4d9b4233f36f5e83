import type {Finding, StyleRule} from '../page/rule.js'

const WRITTEN =
  /(?<![\w.:-])(1[0-2]|0?[1-9])(?:([:.])([0-5]\d))?(\s?)(am|pm|AM|PM|Am|Pm|a\.m\.?|p\.m\.?)(?![\p{L}\p{N}])/gu
const TWENTY_FOUR_HOURS = /(?<![\w.:/-])([01]?\d|2[0-3]):([0-5]\d)(?!\s?[ap]\.?m|[\p{L}\p{N}:/-])/giu
const NOON = /\b(?:12 )?noon\b|\b12 (?:midday|midnight)\b/gi

export const times: StyleRule = {
  id: 'C17', title: 'Times as 5pm, 5:30pm, midday and midnight', severity: 'error',
  check: ({page}) => page.prose.flatMap(prose => [
    ...prose.own(WRITTEN).flatMap(found => fault(found, better(found))),
    ...prose.own(TWENTY_FOUR_HOURS).flatMap(found => fault(found, onTwelveHours(Number(found[1]), Number(found[2])))),
    ...prose.own(NOON).flatMap(found => fault(found, /midnight/i.test(found[0]) ? 'midnight' : 'midday')),
  ].map(({found, text}): Finding => ({
    at: prose.offset(found.index), message: `"${found[0]}" is not how times are written here.`, advice: `Write ${text}.`,
    fix: prose.replacing(found.index, found.index + found[0].length, text),
  }))),
}

function fault(found: RegExpExecArray, text: string): {found: RegExpExecArray; text: string}[] {
  return found[0] === text ? [] : [{found, text}]
}

function better([, hour, , minutes, , half]: RegExpExecArray): string {
  const isMorning = /^a/i.test(half!)
  return onTwelveHours(Number(hour) % 12 + (isMorning ? 0 : 12), Number(minutes ?? 0))
}

function onTwelveHours(hour: number, minutes: number): string {
  if (hour % 12 === 0 && minutes === 0) return hour === 0 ? 'midnight' : 'midday'
  const shown = hour % 12 === 0 ? 12 : hour % 12
  return `${shown}${minutes ? `:${String(minutes).padStart(2, '0')}` : ''}${hour < 12 ? 'am' : 'pm'}`
}
