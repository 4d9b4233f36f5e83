import type {Meta, StoryObj} from '@storybook/web-components-vite' // types only: tests import stories too
import {html} from 'lit'
import type {LoadedGuide} from '../components/state/guide/loaded-guide.js'
import {answeredAll, guide, shippedGuide} from './content.js'

interface Args { guide: LoadedGuide; module: string; question?: string }

const module = guide.modules.find(({questions}) => questions.some(({type}) => type === 'choice'))!.id

export default {
  title: 'Quiz',
  component: 'dsg-quiz',
  args: {module},
  argTypes: {guide: {control: false}},
  render: ({guide, module, question}) => html`<dsg-quiz .guide=${guide} module=${module} .question=${question}></dsg-quiz>`,
} satisfies Meta<Args>

/** The first question, nothing chosen. */
export const FirstQuestion: StoryObj<Args> = {args: {guide: shippedGuide()}}

/** A try that was not passed: by theme, with the page that explains each miss. */
export const NotPassed: StoryObj<Args> = {args: {guide: shippedGuide(...answeredAll(module, false))}}

/** A try that was passed. */
export const Passed: StoryObj<Args> = {args: {guide: shippedGuide(...answeredAll(module, true))}}

/** A link from somewhere else led to one question: it is practice. */
export const OneQuestion: StoryObj<Args> = {
  args: {guide: shippedGuide(), question: guide.modules.find(({id}) => id === module)!.questions.find(({type}) => type === 'choice')!.id},
}

/** Back to a question that was answered wrong: what was chosen, what is right, and why. */
export const Feedback: StoryObj<Args> = {args: {guide: shippedGuide(...answeredAll(module, false).slice(0, 2))}}

/** The host named a module that the guide does not have. */
export const NoSuchModule: StoryObj<Args> = {args: {guide: shippedGuide(), module: 'gone-since'}}
