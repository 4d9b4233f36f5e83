import type {Meta, StoryObj} from '@storybook/web-components-vite'
import {html} from 'lit'
import {pageClock, type Clock} from '../components/state/visit/clock.js'
import type {LoadedGuide} from '../components/state/guide/loaded-guide.js'
import {answeredAll, assessed, changedGuide, guide, rated, shippedGuide} from './content.js'

interface Args { guide?: LoadedGuide; src?: string; dir?: string; clock?: Clock }

const module = guide.modules.find(({questions}) => questions.some(({type}) => type === 'choice'))!.id

export default {
  title: 'Guide',
  component: 'dsg-guide',
  argTypes: {guide: {control: false}, clock: {control: false}},
  render: ({guide, src, dir, clock = pageClock}) => html`<div dir=${dir ?? 'ltr'}>
    <dsg-guide .guide=${guide} .src=${src} .clock=${clock}><p>The digital skills guide is on our intranet.</p></dsg-guide></div>`,
} satisfies Meta<Args>

export const FirstVisit: StoryObj<Args> = {args: {guide: shippedGuide()}}

/** Somebody who read some pages. */
export const Started: StoryObj<Args> = {args: {guide: shippedGuide(
  ...guide.modules.find(({id}) => id === module)!.pages.slice(0, 2)
    .map(page => ({type: 'read' as const, about: module, hash: '', page: page.id})),
)}}

/** Not every question was right. */
export const NotPassed: StoryObj<Args> = {args: {guide: shippedGuide(...answeredAll(module, false))}}

/** What is next in the pathway. */
export const OnePassed: StoryObj<Args> = {args: {guide: shippedGuide(...answeredAll(module, true))}}

/** In the middle of a self-assessment. */
export const Rating: StoryObj<Args> = {args: {guide: shippedGuide(...rated('story', 5, () => ({now: 2, needed: 4})))}}

/** After one: what the learner's role needs more of. */
export const Suggested: StoryObj<Args> = {args: {guide: shippedGuide(...assessed('story', () => ({now: 2, needed: 4})))}}

/** Half a year after one: it is time to rate again. */
export const RateAgain: StoryObj<Args> = {args: {
  guide: shippedGuide(...assessed('story', () => ({now: 2, needed: 4}))),
  clock: {...pageClock, now: () => Date.now() + 200 * 24 * 60 * 60 * 1000},
}}

const passed = guide.modules.map(({id}) => ({type: 'completed' as const, about: id, hash: '', outcome: 'passed' as const}))

/** Nearly everything is done. */
export const NearlyDone: StoryObj<Args> = {args: {guide: shippedGuide(
  ...assessed('story', () => ({now: 2, needed: 4})), ...passed.slice(0, -2),
)}}

/** Nothing is left to do. */
export const AllDone: StoryObj<Args> = {args: {guide: shippedGuide(...assessed('story', () => ({now: 2, needed: 4})), ...passed)}}

/** The pack is not where the host says: the host's own words stay. */
export const FailedToLoad: StoryObj<Args> = {args: {src: '/no-such-pack/guide.json'}}

/** A guide with nothing in it yet. */
export const Empty: StoryObj<Args> = {args: {guide: changedGuide({pathways: [], modules: [], glossary: [], sections: []})}}

/** In a page that reads from right to left. */
export const RightToLeft: StoryObj<Args> = {args: {guide: shippedGuide(), dir: 'rtl'}}
