import type {Meta, StoryObj} from '@storybook/web-components-vite'
import {html} from 'lit'
import {pageClock, type Clock} from '../components/state/visit/clock.js'
import type {LoadedGuide} from '../components/state/guide/loaded-guide.js'
import {WARNING_MS} from '../components/state/visit/idle-time.js'
import type {RecordStore, SavingState} from '../components/state/record/record.js'
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

function known(of: Partial<RecordStore>): LoadedGuide {
  const guide = shippedGuide(...someFacts)
  Object.assign(guide.record, of)
  return guide
}

function onSharedDevice(): LoadedGuide {
  const guide = shippedGuide(...someFacts)
  guide.record.shareThisVisit()
  return guide
}

/** A clock on which the minutes up to the warning take no time, and those after it never pass. */
function nobodyThere(): Clock {
  let now = 0
  return {
    now: () => now,
    after(ms, callback) {
      let isWanted = ms >= WARNING_MS
      queueMicrotask(() => {
        if (!isWanted) return
        now += ms
        callback()
      })
      return () => { isWanted = false }
    },
  }
}

export default {
  title: 'Saving',
  component: 'dsg-saving',
  argTypes: {guide: {control: false}, clock: {control: false}},
  render: ({guide, clock = pageClock}) => html`<div><dsg-saving .guide=${guide} .clock=${clock}></dsg-saving></div>`,
} satisfies Meta<Args>

/** Nothing is saved, and nothing will be unless the learner asks. */
export const NotAsked: StoryObj<Args> = {args: {guide: shippedGuide()}}

/** The same, with something to take away or clear. */
export const InMemory: StoryObj<Args> = {args: {guide: shippedGuide(...someFacts)}}

/** Beside what was just done, once a visit. */
export const Asked: StoryObj<Args> = {
  args: {guide: shippedGuide(...someFacts)},
  render: ({guide}) => html`<div><dsg-keep .guide=${guide}></dsg-keep></div>`,
}

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

/** The page knows who is there, and the device has something from before. */
export const WasThisYou: StoryObj<Args> = {args: {guide: known({claim: {state: 'asked', entries: 12, yes: async () => {}, no: async () => {}}})}}

/** Beside a module alone, where there is no "My record". */
export const CopyOffered: StoryObj<Args> = {
  args: {guide: known({copy: {state: 'none', ahead: 0, keep() {}, remove: async () => true}})},
}

/** Other people use the device: nothing is saved, and "Delete my record and answers" stays in sight. */
export const SharedDevice: StoryObj<Args> = {args: {guide: onSharedDevice()}}

/** Nobody has touched the page for 9 minutes. Staying brings the question back at once: here 9 minutes take no time. */
export const AboutToBeCleared: StoryObj<Args> = {args: {guide: onSharedDevice(), clock: nobodyThere()}}
