import type {Meta, StoryObj} from '@storybook/web-components-vite'
import {html} from 'lit'
import type {LoadedGuide} from '../components/state/guide/loaded-guide.js'
import {changedGuide, shippedGuide} from './content.js'

interface Args { guide: LoadedGuide }

export default {
  title: 'Glossary',
  component: 'dsg-glossary',
  argTypes: {guide: {control: false}},
  render: ({guide}) => html`<dsg-glossary .guide=${guide}></dsg-glossary>`,
} satisfies Meta<Args>

export const AToZ: StoryObj<Args> = {args: {guide: shippedGuide()}}

export const Empty: StoryObj<Args> = {args: {guide: changedGuide({glossary: []})}}
