import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import {describe, it} from 'node:test'
import {guideStyles} from '../../components/site/guide.styles.js'
import {THEMES} from '../../components/model/guide/embed-code.js'
import {tokens} from '../../components/elements/shared/styles/tokens.styles.js'
import {readTokens} from '../../scripts/package/tokens.mjs'

type Scheme = 'light' | 'dark'
/** By token, without its prefix `--dsg-color-`. */
type Colours = Record<string, string>

const FOLDER = new URL('../../components/themes/', import.meta.url)
const VALUE = String.raw`((?:[^;()]|\([^()]*\))+)`

/** What is behind an element that has no background of its own: white, and the dark grey that browsers choose. */
const PAGE = {light: '#fff', dark: '#1e1e1e'}

/** Text and what it stands on, 4.5 to 1. */
const TEXT: [string, string][] = [
  ...['text', 'secondary-text', 'link', 'link-hover', 'link-visited', 'error', 'brand'].flatMap(text =>
    ['background', 'surface', 'shade', 'warning-surface'].map((behind): [string, string] => [text, behind])),
  ['focus-text', 'focus'], ['button-text', 'button'], ['button-text', 'button-hover'], ['surface', 'brand'],
  ['surface', 'brand-hover'],
]
/** Edges and marks that say something, 3 to 1. */
const MARKS: [string, string][] = [
  ...['input-border', 'success', 'error', 'brand'].flatMap(mark =>
    ['background', 'surface', 'shade'].map((behind): [string, string] => [mark, behind])),
  ['focus-text', 'background-or-focus'],
]

const themes = ['', ...THEMES]

it('the themes that can be chosen are those that there are', () => {
  assert.deepEqual(readdirSync(FOLDER).sort(), THEMES.map(name => `${name}.css`).sort())
})

for (const theme of themes) {
  for (const scheme of ['light', 'dark'] as const) {
    describe(`${theme || 'as it comes'}, ${scheme}`, () => {
      const colours = coloursOf(theme, scheme)
      // "High contrast" keeps to WCAG's enhanced level.
      const least = theme === 'contrast' ? 7 : 4.5
      it(`text stands out ${least} to 1`, () => assert.deepEqual(tooFaint(TEXT, colours, least), []))
      it('what is not text stands out 3 to 1', () => assert.deepEqual(tooFaint(MARKS, colours, 3), []))
    })
  }

  if (theme) it(`${theme}: a browser that knows one scheme gets the light one, and no token is unknown`, () => {
    const css = readFileSync(new URL(`${theme}.css`, FOLDER), 'utf8')
    const [plain = '', both = ''] = css.split('@supports')
    assert.doesNotMatch(plain, /light-dark/)
    const [first, second] = [declarations(plain), declarations(both)]
    for (const [name, value] of Object.entries(second)) assert.equal(first[name], half(value, 'light'), name)
    const known = new Set([...tokens.cssText.matchAll(/--dsg-[a-z-]+/g)].map(([name]) => name))
    for (const name of Object.keys(first)) assert.ok(known.has(name), `${name} is no token`)
  })
}

it('the elements have the same light colours for a browser that knows one scheme', () => {
  const [both = '', plain = ''] = tokens.cssText.split('@supports')
  const [second, first] = [defaults(both), defaults(plain)]
  for (const [name, value] of Object.entries(second)) {
    if (value.startsWith('light-dark')) assert.equal(first[name], half(value, 'light'), name)
  }
})

it('what a host sets reaches every element by one rule: no style sheet of ours names the elements that it is for', () => {
  const folder = new URL('../../', import.meta.url)
  const sheets = ['hosts', 'components/themes', 'stories'].flatMap(name =>
    readdirSync(new URL(`${name}/`, folder), {recursive: true, encoding: 'utf8'}).map(path => `${name}/${path}`))
    .filter(path => /\.(css|html|md|php|stories\.ts)$/.test(path) && !path.includes('node_modules'))
  const rules = sheets.flatMap(path => [...readFileSync(new URL(path, folder), 'utf8')
    .matchAll(/([^{}]*)\{([^{}]*--dsg-[a-z-]+\s*:[^{}]*)\}/g)].map(([, selector]) => `${path}: ${selector!.trim().split('\n').at(-1)}`))
  assert.ok(rules.length > 5)
  assert.deepEqual(rules.filter(rule => /\bdsg-[a-z]/.test(rule.split(': ').slice(1).join(': '))), [])
})

it('the table of tokens for embedders says what the elements do', () => {
  const page = readFileSync(new URL('../../hosts/theming.md', import.meta.url), 'utf8')
  const rows = page.matchAll(/^\| `(--dsg-[a-z-]+)` \| (.+) \| `(.+)` \|$/gm)
  const shown = [...rows].map(([, name, description, value]) => ({name, description, default: value}))
  assert.deepEqual(shown, readTokens())
})

it('the pages around the elements stand out as well', () => {
  const [, light, dark] = /body \{[^}]+light-dark\((#\w+), (#\w+)\)/.exec(guideStyles()) ?? []
  assert.deepEqual(tooFaint(TEXT, {...coloursOf('', 'light'), background: light!}, 4.5), [])
  assert.deepEqual(tooFaint(TEXT, {...coloursOf('', 'dark'), background: dark!}, 4.5), [])
})

function tooFaint(pairs: [string, string][], colours: Colours, least: number): string[] {
  return pairs.flatMap(([front, behind]) => {
    const found = behind === 'background-or-focus'
      // What has focus is marked by two colours, of which one always stands out.
      ? Math.max(contrast(colours['focus-text']!, colours.background!), contrast(colours.focus!, colours.background!))
      : contrast(colours[front]!, colours[behind]!)
    return found >= least ? [] : [`${front} ${colours[front]} on ${behind} ${colours[behind]}: ${found.toFixed(2)}`]
  })
}

function coloursOf(theme: string, scheme: Scheme): Colours {
  const css = theme && readFileSync(new URL(`${theme}.css`, FOLDER), 'utf8')
  // Of two declarations the later wins, as in a browser that knows both.
  const all = {...defaults(tokens.cssText.split('@supports')[0]!), ...declarations(css)}
  const colours = Object.fromEntries(Object.entries(all)
    .filter(([name]) => name.startsWith('--dsg-color-'))
    .map(([name, value]) => [name.replace('--dsg-color-', ''), half(value, scheme)]))
  if (colours.background === 'transparent') colours.background = PAGE[scheme]
  return {...colours, 'button-hover': darker(colours.button!), 'brand-hover': darker(colours.brand!)}
}

/** The defaults in the elements' own style sheet, by token. */
function defaults(css: string): Colours {
  const found = css.matchAll(new RegExp(String.raw`var\((--dsg-[a-z-]+), ${VALUE}\)`, 'g'))
  return Object.fromEntries([...found].map(([, name, value]) => [name, value]))
}

function declarations(css: string): Colours {
  const found = css.matchAll(new RegExp(`(--dsg-[a-z-]+): ${VALUE};`, 'g'))
  return Object.fromEntries([...found].map(([, name, value]) => [name, value!.trim()]))
}

function half(value: string, scheme: Scheme): string {
  const [, light, dark] = /^light-dark\((.+), (.+)\)$/.exec(value) ?? []
  return (scheme === 'light' ? light : dark) ?? value
}

/** As the elements darken what is under the pointer: a fifth of black. */
function darker(colour: string): string {
  return `#${channels(colour).map(value => Math.round(value * .8).toString(16).padStart(2, '0')).join('')}`
}

/** WCAG 2.2, "contrast ratio". */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + .05) / (dark + .05)
}

function luminance(colour: string): number {
  const [red, green, blue] = channels(colour)
    .map(value => value / 255)
    .map(value => value <= .04045 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4) as [number, number, number]
  return .2126 * red + .7152 * green + .0722 * blue
}

function channels(colour: string): number[] {
  const [, hex] = /^#([0-9a-f]{3}|[0-9a-f]{6})$/.exec(colour) ?? []
  assert.ok(hex, `"${colour}" is no colour that this test can read`)
  const full = hex.length === 3 ? hex.replace(/./g, '$&$&') : hex
  return [0, 2, 4].map(at => parseInt(full.slice(at, at + 2), 16))
}
