import type {Meta, StoryObj} from '@storybook/web-components-vite'
import {html} from 'lit'
import type {LoadedGuide} from '../components/state/guide/loaded-guide.js'
import {shippedGuide} from './content.js'

interface Args { guide: LoadedGuide; withComment: boolean }

export default {
  title: 'Feedback',
  component: 'dsg-feedback',
  args: {withComment: false},
  argTypes: {guide: {control: false}},
  render: ({guide, withComment}) => html`<dsg-feedback .guide=${guide} ?with-comment=${withComment}></dsg-feedback>`,
} satisfies Meta<Args>

export const YesOrNo: StoryObj<Args> = {args: {guide: shippedGuide()}}

/** For a host that reads the comments. */
export const WithComment: StoryObj<Args> = {args: {guide: shippedGuide(), withComment: true}}
