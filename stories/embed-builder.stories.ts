import type {Meta, StoryObj} from '@storybook/web-components-vite'
import {html} from 'lit'
import '../components/elements/embed-builder/define.js'
import type {LoadedGuide} from '../components/state/guide/loaded-guide.js'
import {changedGuide, shippedGuide} from './content.js'

interface Args { guide: LoadedGuide; dir?: string }

export default {
  title: 'Embed builder',
  component: 'dsg-embed-builder',
  argTypes: {guide: {control: false}},
  render: ({guide, dir}) => html`<div dir=${dir ?? 'ltr'}><dsg-embed-builder .guide=${guide}></dsg-embed-builder></div>`,
} satisfies Meta<Args>

export const FirstVisit: StoryObj<Args> = {args: {guide: shippedGuide()}}

/** A guide that has nothing to rate and no canvas offers neither. */
export const FewParts: StoryObj<Args> = {args: {guide: changedGuide({frameworks: [], canvases: []})}}

export const RightToLeft: StoryObj<Args> = {args: {guide: shippedGuide(), dir: 'rtl'}}
