import type {Meta, StoryObj} from '@storybook/web-components-vite'
import {html} from 'lit'
import type {NewEvent} from '../components/model/record/record.js'
import type {LoadedGuide} from '../components/state/guide/loaded-guide.js'
import {guide, shippedGuide} from './content.js'

interface Args { guide: LoadedGuide; pathway: string }

const [first] = guide.pathways
const passed = (module: string): NewEvent =>
  ({type: 'completed', about: module, hash: '', outcome: 'passed', right: 3, of: 3})

export default {
  title: 'Pathway',
  component: 'dsg-pathway',
  args: {pathway: first!.id},
  argTypes: {guide: {control: false}},
  render: ({guide, pathway}) => html`<dsg-pathway .guide=${guide} pathway=${pathway}></dsg-pathway>`,
} satisfies Meta<Args>

export const FirstVisit: StoryObj<Args> = {args: {guide: shippedGuide()}}

/** What most returning learners see. */
export const HalfWay: StoryObj<Args> = {args: {guide: shippedGuide(...first!.modules.slice(0, 2).map(passed))}}

export const AllDone: StoryObj<Args> = {args: {guide: shippedGuide(...first!.modules.map(passed))}}

/** The host named a pathway that the guide does not have. */
export const NoSuchPathway: StoryObj<Args> = {args: {guide: shippedGuide(), pathway: 'gone-since'}}
