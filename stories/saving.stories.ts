import type {Meta, StoryObj} from '@storybook/web-components-vite'
import {html} from 'lit'
import type {Clock} from '../components/state/clock.js'
import type {LoadedGuide} from '../components/state/guide.js'
import {IDLE_LIMIT_MS} from '../components/state/idle-time.js'
import type {RecordStore, SavingState} from '../components/state/record-store.js'
import {answeredAll, shippedGuide} from './content.js'

interface Args { guide: LoadedGuide; clock?: Clock }

const someFacts = answeredAll('spot-suspicious-email', true)

/** A record in a state that only a browser in trouble reaches. */
function inState(saving: SavingState, {unreadable = 0} = {}): LoadedGuide {
  const guide = shippedGuide(...someFacts)
  const state: Partial<RecordStore> = {
    saving, events: guide.record.events, unreadable, visit: 'own', subscribe: () => () => {},
  }
  return {...guide, record: Object.create(guide.record, Object.getOwnPropertyDescriptors(state)) as RecordStore}
}

function onSharedDevice(): LoadedGuide {
  const guide = shippedGuide(...someFacts)
  guide.record.shareThisVisit()
  return guide
}

/** A clock on which nobody has touched the page since it was opened, up to `leftMs` before the end. */
function nobodyThere(leftMs: number): Clock {
  let looks = 0
  return {now: () => looks++ ? IDLE_LIMIT_MS - leftMs : 0, after: () => () => {}}
}

export default {
  title: 'Saving',
  component: 'dsg-saving',
  argTypes: {guide: {control: false}, clock: {control: false}},
  render: ({guide, clock}) => clock
    ? html`<dsg-saving .guide=${guide} .clock=${clock}></dsg-saving>` : html`<dsg-saving .guide=${guide}></dsg-saving>`,
} satisfies Meta<Args>

/** Nothing is saved, and nothing will be unless the learner asks. */
export const NotAsked: StoryObj<Args> = {args: {guide: shippedGuide()}}

/** The same, with something to take away or clear. */
export const InMemory: StoryObj<Args> = {args: {guide: shippedGuide(...someFacts)}}

/** Looking for what an earlier visit saved. */
export const Opening: StoryObj<Args> = {args: {guide: inState('opening')}}

export const Saving: StoryObj<Args> = {args: {guide: inState('saving')}}

export const Saved: StoryObj<Args> = {args: {guide: inState('saved')}}

/** Refused, lost, or partitioned away: the browser does not let us save. */
export const Blocked: StoryObj<Args> = {args: {guide: inState('blocked')}}

export const Full: StoryObj<Args> = {args: {guide: inState('full')}}

export const NewerVersion: StoryObj<Args> = {args: {guide: inState('newer')}}

/** Some of what is on the device is damaged. */
export const Damaged: StoryObj<Args> = {args: {guide: inState('saved', {unreadable: 2})}}

/** Other people use the device: nothing is saved, and "Clear my answers" stays in sight. */
export const SharedDevice: StoryObj<Args> = {args: {guide: onSharedDevice()}}

/** Nobody has touched the page for 9 minutes. */
export const AboutToBeCleared: StoryObj<Args> = {args: {guide: onSharedDevice(), clock: nobodyThere(60_000)}}
