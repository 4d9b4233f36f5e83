import type {Meta, StoryObj} from '@storybook/web-components-vite'
import {html} from 'lit'
import type {LoadedGuide} from '../components/state/guide.js'
import type {SavingState} from '../components/state/record-store.js'
import {shippedGuide} from './content.js'

interface Args { guide: LoadedGuide }

/** A record in a state that only a browser in trouble reaches. */
function inState(saving: SavingState): LoadedGuide {
  const guide = shippedGuide()
  return {...guide, record: Object.create(guide.record, {
    saving: {value: saving}, events: {value: guide.record.events}, unreadable: {value: 0},
    subscribe: {value: () => () => {}},
  })}
}

export default {
  title: 'Saving',
  component: 'dsg-saving',
  argTypes: {guide: {control: false}},
  render: ({guide}) => html`<dsg-saving .guide=${guide}></dsg-saving>`,
} satisfies Meta<Args>

/** Nothing is saved, and nothing will be unless the learner asks. */
export const NotAsked: StoryObj<Args> = {args: {guide: shippedGuide()}}

export const Saved: StoryObj<Args> = {args: {guide: inState('saved')}}

export const Blocked: StoryObj<Args> = {args: {guide: inState('blocked')}}

export const Full: StoryObj<Args> = {args: {guide: inState('full')}}

export const NewerVersion: StoryObj<Args> = {args: {guide: inState('newer')}}
