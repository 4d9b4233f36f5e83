import type {Meta, StoryObj} from '@storybook/web-components-vite'
import {html} from 'lit'
import type {LoadedGuide} from '../components/state/guide/loaded-guide.js'
import {answeredAll, changedGuide, guide, shippedGuide} from './content.js'

interface Args { guide?: LoadedGuide; src?: string; dir?: string }

const module = guide.modules.find(({questions}) => questions.some(({type}) => type === 'choice'))!.id

export default {
  title: 'Guide',
  component: 'dsg-guide',
  argTypes: {guide: {control: false}},
  render: ({guide, src, dir}) => html`<div dir=${dir ?? 'ltr'}>
    <dsg-guide .guide=${guide} .src=${src}><p>The digital skills guide is on our intranet.</p></dsg-guide></div>`,
} satisfies Meta<Args>

export const FirstVisit: StoryObj<Args> = {args: {guide: shippedGuide()}}

/** What a returning learner sees. */
export const Started: StoryObj<Args> = {args: {guide: shippedGuide(...answeredAll(module, true))}}

/** The pack is not where the host says: the host's own words stay. */
export const FailedToLoad: StoryObj<Args> = {args: {src: '/no-such-pack/guide.json'}}

/** A guide with nothing in it yet. */
export const Empty: StoryObj<Args> = {args: {guide: changedGuide({pathways: [], modules: [], glossary: [], sections: []})}}

/** In a page that reads from right to left. */
export const RightToLeft: StoryObj<Args> = {args: {guide: shippedGuide(), dir: 'rtl'}}
