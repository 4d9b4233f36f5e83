import type {Meta, StoryObj} from '@storybook/web-components-vite'
import {html} from 'lit'
import type {LoadedGuide} from '../components/state/guide/loaded-guide.js'
import type {CopyState} from '../components/state/record/record.js'
import {answeredAll, assessed, guide, shippedGuide} from './content.js'

interface Args { guide: LoadedGuide }

const [first, second] = guide.modules.filter(({questions}) => questions.some(({type}) => type === 'choice'))

export default {
  title: 'Record',
  component: 'dsg-record',
  argTypes: {guide: {control: false}},
  render: ({guide}) => html`<dsg-record .guide=${guide}></dsg-record>`,
} satisfies Meta<Args>

export const Empty: StoryObj<Args> = {args: {guide: shippedGuide()}}

/** Passed, declared, not passed yet, rated, and a module that has left the guide. */
export const Full: StoryObj<Args> = {
  args: {
    guide: shippedGuide(
      ...answeredAll(first!.id, true), ...answeredAll(second!.id, false), ...assessed('first', () => ({now: 2, needed: 4})),
      {type: 'completed', about: 'gone-since', hash: '', outcome: 'declared'}),
  },
}

/** The host's page offers to keep a copy for the learner's other devices. */
export const CopyOffered: StoryObj<Args> = {args: {guide: withCopy('none')}}
export const CopyKept: StoryObj<Args> = {args: {guide: withCopy('kept')}}
export const CopyOfSomebody: StoryObj<Args> = {args: {guide: withCopy('separate')}}

/** They said that entries from before they signed in were not theirs, and can take that back. */
export const NotMineTakenBack: StoryObj<Args> = {args: {guide: withRefusal()}}

function withRefusal(): LoadedGuide {
  const loaded = shippedGuide(...answeredAll(first!.id, true))
  loaded.record.claim = {state: 'refused', entries: 12, yes: async () => {}, no: async () => {}}
  return loaded
}

function withCopy(state: CopyState): LoadedGuide {
  const loaded = shippedGuide(...answeredAll(first!.id, true))
  loaded.record.copy = {state, ahead: 0, keep: () => {}, remove: async () => true}
  return loaded
}
