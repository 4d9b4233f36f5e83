import type {Meta, StoryObj} from '@storybook/web-components-vite'
import {html} from 'lit'
import type {LoadedGuide} from '../components/state/guide/loaded-guide.js'
import {shortForm} from '../components/model/assessment/assessment.js'
import type {NewEvent} from '../components/model/record/record.js'
import {assessed, guide, rated, shippedGuide} from './content.js'

interface Args { guide: LoadedGuide; domains: string }

export default {
  title: 'Self-assessment',
  component: 'dsg-self-assessment',
  args: {domains: ''},
  argTypes: {guide: {control: false}},
  render: ({guide, domains}) => html`<dsg-self-assessment .guide=${guide} domains=${domains}></dsg-self-assessment>`,
} satisfies Meta<Args>

/** What it is, and what to rate. */
export const FirstVisit: StoryObj<Args> = {args: {guide: shippedGuide()}}

/** Come back to an assessment that was stopped. */
export const HalfWay: StoryObj<Args> = {args: {guide: shippedGuide(...rated('half', 12, () => ({now: 2, needed: 4})))}}

/** Rated before: looking back is offered. */
export const Again: StoryObj<Args> = {args: {guide: shippedGuide(...assessed('first', () => ({now: 2, needed: 4})))}}

/** After the short form: what can be looked at closer, the largest gap first. */
export const AfterTheShortForm: StoryObj<Args> = {args: {guide: shippedGuide(...shortAssessed())}}

/** The host asks for one domain only. */
export const ShortForm: StoryObj<Args> = {args: {guide: shippedGuide(), domains: 'D6'}}

function shortAssessed(): NewEvent[] {
  const ids = shortForm(guide.frameworks[0]!).map(({id}) => id)
  return assessed('short', at => ({now: at < 8 ? 1 : 3, needed: 4})).flatMap((fact): NewEvent | [] =>
    fact.type === 'began' ? {...fact, statements: ids} : fact.type === 'rated' && !ids.includes(fact.about) ? [] : fact)
}
