import type {Meta, StoryObj} from '@storybook/web-components-vite'
import {html} from 'lit'
import type {LoadedGuide} from '../components/state/guide/loaded-guide.js'
import {answeredAll, changedGuide, guide, shippedGuide} from './content.js'

interface Args { guide: LoadedGuide }

const module = guide.modules.find(({questions}) => questions.some(({type}) => type === 'choice'))!.id

export default {
  title: 'Pathways',
  component: 'dsg-pathways',
  argTypes: {guide: {control: false}},
  render: ({guide}) => html`<dsg-pathways .guide=${guide}></dsg-pathways>`,
} satisfies Meta<Args>

export const FirstVisit: StoryObj<Args> = {args: {guide: shippedGuide()}}

/** Progress shows on the cards that were started. */
export const Started: StoryObj<Args> = {args: {guide: shippedGuide(...answeredAll(module, true))}}

/** A guide without pathways. */
export const Empty: StoryObj<Args> = {args: {guide: changedGuide({pathways: []})}}
