import type {Meta, StoryObj} from '@storybook/web-components-vite'
import {html} from 'lit'
import type {CanvasSaving, CanvasStore} from '../components/state/canvas/canvas.js'
import type {CanvasPlace} from '../components/elements/canvas/desk/place.js'
import type {LoadedGuide} from '../components/state/guide/loaded-guide.js'
import {AUTUMN, canvas, clockAt, SPRING, Team, teamOfTwoSnapshots, uuid} from './canvas-team.js'
import {changedGuide, shippedGuide} from './content.js'

interface Args { store: CanvasStore; place: CanvasPlace; guide: LoadedGuide; dir: string; sharedComputer: boolean }

/** A canvas in a state that only a browser in trouble reaches. */
function inState(saving: CanvasSaving, {unreadable = 0} = {}): CanvasStore {
  const {store} = new Team().begin(AUTUMN).rate(1, 3)
  const {file} = store
  const state: Partial<CanvasStore> = {file, saving, unreadable, visit: 'own', subscribe: () => () => {}}
  // Not an object made from the store: what is private in that one cannot be read through another.
  return new Proxy(store, {
    get(real, name) {
      const value: unknown = Reflect.get(name in state ? state : real, name, real)
      return typeof value === 'function' && !(name in state) ? value.bind(real) as unknown : value
    },
  })
}

/** A team that begins this autumn. */
const beginning = () => new Team().begin(AUTUMN)

/** A team with its first snapshot. */
const spring = new Team().begin(SPRING).rate().agree().snapshot()

export default {
  title: 'Canvas',
  component: 'dsg-canvas',
  args: {guide: shippedGuide(), store: new Team().store, place: {screen: 'home'}, dir: 'ltr', sharedComputer: false},
  argTypes: {guide: {control: false}, store: {control: false}},
  render: ({guide, store, place, dir, sharedComputer}) => html`<div dir=${dir}><dsg-canvas .guide=${guide} .store=${store}
    .place=${place} .clock=${clockAt(AUTUMN)} ?shared-computer=${sharedComputer}>
    <p>Ask the digital inclusion lead for the canvas.</p></dsg-canvas></div>`,
} satisfies Meta<Args>

type Story = StoryObj<Args>
const at = (screen: CanvasPlace['screen'], team: Team, about?: string): Story => ({args: {place: {screen, about}, store: team.store}})

/** Nothing is set up yet. */
export const FirstVisit: Story = {args: {}}

/** The task list in the middle of an assessment. */
export const HalfWay: Story = at('home', beginning().rate(2, 7).agree(3).act())

/** After two snapshots: when to come back. */
export const Reviewed: Story = at('home', teamOfTwoSnapshots())

export const SetUp: Story = at('set-up', beginning())
export const NextAssessment: Story = at('set-up', spring, 'next')
export const Factors: Story = at('factors', beginning().rename(2, 'What people need, and what is there').add().switchOff(9))
export const OwnFactor: Story = at('factor', beginning().add(), uuid(70))

export const WhoIsRating: Story = at('rate', beginning().rate(2, 5))
export const RateFirst: Story = at('rate', beginning().rate(1, 0), uuid(30))
/** Comes back to where they stopped. */
export const RateResumed: Story = at('rate', beginning().rate(1, 4), uuid(30))
export const RatingsCheck: Story = at('rate', beginning().rate(1), uuid(30))

export const NoRaters: Story = at('raters', beginning())
export const Raters: Story = at('raters', beginning().rate())

/** The most disagreement first. */
export const Views: Story = at('agree', beginning().rate(4, 11).agree(3))
export const NoViews: Story = at('agree', beginning())
/** One factor on which raters are far apart. */
export const Disagreement: Story = at('agree-factor', beginning().rate(), canvas.factors[8]!.id)
export const Agreed: Story = at('agree-factor', beginning().rate().agree(), canvas.factors[8]!.id)

export const Plan: Story = at('plan', beginning().act())
export const NoPlan: Story = at('plan', beginning())
export const NewAction: Story = at('action', beginning(), canvas.factors[5]!.id)

export const Snapshot: Story = at('snapshot', beginning().rate().agree(9))
export const Correction: Story = at('correction', spring, spring.newestSnapshot.id)

export const ProfileEmpty: Story = at('profile', beginning())
export const Profile: Story = at('profile', spring)
/** With where each factor was before. */
export const ProfileChanged: Story = at('profile', teamOfTwoSnapshots())

export const CompareTooFew: Story = at('compare', beginning())
/** A factor was renamed in between, and it says so. */
export const Compare: Story = at('compare', teamOfTwoSnapshots())

export const History: Story = at('history', teamOfTwoSnapshots().correct(2, 'The minutes of the meeting say level 2.'))

/** As it prints. */
export const Report: Story = at('report', teamOfTwoSnapshots())
export const ReportBeforeSnapshot: Story = at('report', beginning().rate(2, 6).agree(2))

export const Places: Story = at('places', teamOfTwoSnapshots())

export const Own: Story = at('own', beginning().rate())
export const OwnSaved: Story = {args: {place: {screen: 'own'}, store: inState('saved', {unreadable: 2})}}
export const OwnBlocked: Story = {args: {place: {screen: 'own'}, store: inState('blocked')}}
/** Another canvas is saved on this device. */
export const OwnOther: Story = {args: {place: {screen: 'own'}, store: inState('other')}}
export const SharedComputer: Story = {args: {place: {screen: 'own'}, store: beginning().rate(1).store, sharedComputer: true}}

/** A guide without a canvas. */
export const NoCanvas: Story = {args: {guide: changedGuide({canvases: []})}}

/** In a page that reads from right to left. */
export const RightToLeft: Story = {args: {...ProfileChanged.args, dir: 'rtl'}}
