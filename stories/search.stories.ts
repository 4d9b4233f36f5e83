import type {Meta, StoryObj} from '@storybook/web-components-vite'
import {html} from 'lit'
import type {LoadedGuide} from '../components/state/guide/loaded-guide.js'
import {answeredAll, shippedGuide} from './content.js'

interface Args { guide: LoadedGuide; query: string }

export default {
  title: 'Search',
  component: 'dsg-search',
  args: {query: ''},
  argTypes: {guide: {control: false}},
  render: ({guide, query}) => html`<dsg-search .guide=${guide} .query=${query}></dsg-search>`,
} satisfies Meta<Args>

export const Empty: StoryObj<Args> = {args: {guide: shippedGuide()}}

export const Results: StoryObj<Args> = {args: {guide: shippedGuide(), query: 'password'}}

/** What answers the question stands above the results: the steps, and this organisation's own details where it has any. */
export const Answer: StoryObj<Args> = {args: {guide: shippedGuide(), query: 'how do I report a suspicious email'}}

export const NothingFound: StoryObj<Args> = {args: {guide: shippedGuide(), query: 'qqqqqq'}}

/** Results are for the word that was most likely meant. */
export const DidYouMean: StoryObj<Args> = {args: {guide: shippedGuide(), query: 'pasword reset'}}

/** More than fit on a page, and a module that is done, which the filters can leave out. */
export const ManyResults: StoryObj<Args> = {
  args: {guide: shippedGuide(...answeredAll('spot-suspicious-email', true)), query: 'e'},
}

export const LongWords: StoryObj<Args> = {args: {guide: shippedGuide(), query: 'pneumonoultramicroscopicsilicovolcanoconiosis'}}
