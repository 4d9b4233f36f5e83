import type {Meta, StoryObj} from '@storybook/web-components-vite'
import {html, nothing, type TemplateResult} from 'lit'
import {tokens} from '../components/elements/shared/styles/tokens.styles.js'
import type {LoadedGuide} from '../components/state/guide/loaded-guide.js'
import {answeredAll, guide, shippedGuide} from './content.js'

interface Args { theme: '' | 'nhs' | 'trust' | 'contrast'; scheme: 'light' | 'dark'; font?: string; guide: LoadedGuide }

const SHEETS = {
  '': undefined,
  nhs: new URL('../components/themes/nhs.css', import.meta.url).href,
  trust: new URL('../components/themes/trust.css', import.meta.url).href,
  contrast: new URL('../components/themes/contrast.css', import.meta.url).href,
}

const module = guide.modules.find(({id}) => id === 'spot-suspicious-email')!

/** Every token the elements read, with what they take when a host sets none. */
const TOKENS = [...new Map([...tokens.cssText.split('@supports')[0]!
  .matchAll(/var\((--dsg-[a-z-]+), ((?:[^()]|\([^()]*\))+)\)/g)].map(([, name, value]) => [name!, value!]))]

export default {
  title: 'Theming',
  args: {theme: '', scheme: 'light', guide: shippedGuide(...answeredAll(module.id, false).slice(0, 2))},
  argTypes: {
    guide: {control: false},
    theme: {control: 'select', options: Object.keys(SHEETS)},
    scheme: {control: 'inline-radio', options: ['light', 'dark']},
  },
  // A theme is for a whole page, so each has a page of its own.
  parameters: {docs: {story: {inline: false, height: '900px'}}},
  render: ({theme, scheme, font, guide}) => html`
    <div style="color-scheme: ${scheme}; ${font ? `--dsg-font-family: ${font};` : ''} padding: 1rem;
      color: CanvasText; background: var(--dsg-color-background, Canvas); font: 16px/1.5 Arial, sans-serif">
      ${SHEETS[theme] ? html`<link rel="stylesheet" href=${SHEETS[theme]}>` : nothing}
      <dl>${TOKENS.map(([name, value]) => html`
        <dt><code>${name}</code></dt>
        <dd style="margin: 0 0 1em">${sample(name, value)}
          <small style="overflow-wrap: anywhere">${value}</small></dd>`)}</dl>
      <dsg-quiz .guide=${guide} module=${module.id} heading-level="3"></dsg-quiz>
      <dsg-module .guide=${guide} module=${module.id} one-page heading-level="3"></dsg-module>
      <dsg-pathways .guide=${guide} heading-level="3"></dsg-pathways>
      <dsg-search .guide=${guide} heading-level="3"></dsg-search>
      <dsg-feedback .guide=${guide} with-comment heading-level="3"></dsg-feedback>
    </div>`,
} satisfies Meta<Args>

/** The one token by itself; the elements below show them all together. */
function sample(name: string, value: string): TemplateResult {
  const token = `var(${name}, ${value})`
  switch (name) {
    case '--dsg-font-family': return html`<span style="font-family: ${token}">The quick brown fox</span>`
    case '--dsg-font-size': return html`<span style="font-size: ${token}">The quick brown fox</span>`
    case '--dsg-border-radius': return html`<span style="${BOX} border-radius: ${token}"></span>`
    default: return html`<span style="${BOX} background: ${token}"></span>`
  }
}

const BOX = 'display: inline-block; width: 4em; height: 1.5em; border: 1px solid GrayText; vertical-align: middle;'

/** Nothing set: the values of the NHS design system. */
export const AsItComes: StoryObj<Args> = {}

export const AsItComesDark: StoryObj<Args> = {args: {scheme: 'dark'}}

export const NhsBlue: StoryObj<Args> = {args: {theme: 'nhs'}}

export const NhsBlueDark: StoryObj<Args> = {args: {theme: 'nhs', scheme: 'dark'}}

/** A trust that does not exist, with a font and colours of its own. */
export const TrustsOwn: StoryObj<Args> = {args: {theme: 'trust'}}

export const TrustsOwnDark: StoryObj<Args> = {args: {theme: 'trust', scheme: 'dark'}}

export const HighContrast: StoryObj<Args> = {args: {theme: 'contrast'}}

export const HighContrastDark: StoryObj<Args> = {args: {theme: 'contrast', scheme: 'dark'}}

/** A host's own typeface: one line of its style sheet. */
export const HostsFont: StoryObj<Args> = {args: {font: 'Georgia, serif'}}
