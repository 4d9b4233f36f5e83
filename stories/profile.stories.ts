import type {Meta, StoryObj} from '@storybook/web-components-vite'
import {html} from 'lit'
import type {Rating} from '../components/model/record/record.js'
import type {LoadedGuide} from '../components/state/guide/loaded-guide.js'
import {assessed, shippedGuide} from './content.js'

interface Args { guide: LoadedGuide }

const level = (value: number) => (1 + value % 5) as Rating

export default {
  title: 'Profile',
  component: 'dsg-profile',
  argTypes: {guide: {control: false}},
  render: ({guide}) => html`<dsg-profile .guide=${guide}></dsg-profile>`,
} satisfies Meta<Args>

/** Nothing rated yet. */
export const Empty: StoryObj<Args> = {args: {guide: shippedGuide()}}

/** Gaps of all sizes, with modules that may help. */
export const Gaps: StoryObj<Args> = {
  args: {guide: shippedGuide(...assessed('first', at => ({now: level(at), needed: level(at + 2)})))},
}

/** One skill area stands out. */
export const OneGap: StoryObj<Args> = {args: {guide: shippedGuide(...assessed('first', at => ({now: at < 4 ? 1 : 4, needed: 4})))}}

/** More areas tie than a sentence can name. */
export const SameGapEverywhere: StoryObj<Args> = {args: {guide: shippedGuide(...assessed('first', () => ({now: 2, needed: 4})))}}

/** Nothing needs more than there is. */
export const NoGaps: StoryObj<Args> = {args: {guide: shippedGuide(...assessed('first', () => ({now: 4, needed: 3})))}}

/** Not sure, and not part of the role: left out, and said so. */
export const LeftOut: StoryObj<Args> = {
  args: {guide: shippedGuide(...assessed('first', at => at % 3 ? {now: 'unsure', needed: 4} : {now: 2, needed: 'not-my-role'}))},
}

/** Rated again after learning, and looking back. */
export const BeforeAndAfter: StoryObj<Args> = {
  args: {
    guide: shippedGuide(
      ...assessed('first', at => ({now: level(at), needed: 4})),
      ...assessed('second', at => ({now: level(at + 1), needed: 4, before: level(at)}))),
  },
}

/** After the short form: what each figure is of stands beside it. */
export const AfterTheShortForm: StoryObj<Args> = {
  args: {guide: shippedGuide(...assessed('short', at => ({now: level(at), needed: 4})).filter((_, at) => !at || at % 4 === 1 || at === 25))},
}

/** Not sure of anything: the sentence does not say that there is no gap. */
export const NotSure: StoryObj<Args> = {args: {guide: shippedGuide(...assessed('first', () => ({now: 'unsure', needed: 4})))}}
