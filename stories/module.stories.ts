import type {Meta, StoryObj} from '@storybook/web-components-vite'
import {html} from 'lit'
import {pageWith as pageOf} from '../components/model/guide/places.js'
import type {LoadedGuide} from '../components/state/guide/loaded-guide.js'
import {answeredAll, changedGuide, guide, shippedGuide} from './content.js'

interface Args { guide: LoadedGuide; module: string; page?: string; onePage: boolean }

const first = guide.modules.find(({questions}) => questions.some(({type}) => type === 'choice'))!
const withTasks = guide.modules.find(({tasks}) => tasks.length) ?? first
const pageWith = (module: typeof first, isWanted: (types: Set<string>) => boolean) => module.pages.find(({children}) =>
  children.some(block => block.type === 'activity' && isWanted(new Set(block.questions.map(id =>
    module.questions.find(question => question.id === id)!.type)))))?.id

export default {
  title: 'Module',
  component: 'dsg-module',
  args: {module: first.id, onePage: false},
  argTypes: {guide: {control: false}},
  render: ({guide, module, page, onePage}) => html`
    <dsg-module .guide=${guide} module=${module} .page=${page} ?one-page=${onePage}></dsg-module>`,
} satisfies Meta<Args>

/** The first page: outcomes, contents, and how long it takes. */
export const FirstPage: StoryObj<Args> = {args: {guide: shippedGuide()}}

/** The page with its questions. */
export const Questions: StoryObj<Args> = {
  args: {guide: shippedGuide(), page: pageWith(first, types => types.has('choice'))},
}

/** A page with tasks to declare done and prompts to think about. */
export const Tasks: StoryObj<Args> = {
  args: {guide: shippedGuide(), module: withTasks.id, page: pageWith(withTasks, types => types.has('do'))},
}

/** Come back to a module that was passed. */
export const Passed: StoryObj<Args> = {args: {guide: shippedGuide(...answeredAll(first.id, true))}}

/** The page that explains what was missed leads back to it. */
export const Missed: StoryObj<Args> = {args: {guide: shippedGuide(...answeredAll(first.id, false)), page: missedPage()}}

/** Every page under one another, as it prints. */
export const OnePage: StoryObj<Args> = {args: {guide: shippedGuide(), onePage: true}}

/** The longest title that the content rules allow. */
export const LongTitle: StoryObj<Args> = {
  args: {
    guide: changedGuide({modules: [{...first, title: 'Recognising misrepresentation in telecommunications correspondence today'}]}),
  },
}

/** The host named a module that the guide does not have. */
export const NoSuchModule: StoryObj<Args> = {args: {guide: shippedGuide(), module: 'gone-since'}}

function missedPage(): string | undefined {
  const {questions, pages} = first
  return questions.flatMap(({learn}) => pageOf(learn, pages) ?? [])[0]?.id
}
