import type {Meta, StoryObj} from '@storybook/web-components-vite'
import {html} from 'lit'
import {compileGuide} from '../components/compile/guide/compile-guide.js'
import type {LoadedGuide} from '../components/state/guide/loaded-guide.js'
import {guideInMemory} from '../components/state/guide/memory-guide.js'
import {RecordLog} from '../components/state/record/record.js'
// One pathway and not all content: this is the first page that people open here.
import {files} from './first-files.js'

interface Args { guide: LoadedGuide; module?: string }

const {guide} = compileGuide(files)

/** The guide with a record of its own, so that an answer in one story is none in the other. */
const fresh = (): LoadedGuide => guideInMemory(guide, new URL('/content/', location.href).href, new RecordLog(guide.edition))

export default {
  title: 'Welcome',
  argTypes: {guide: {control: false}},
  parameters: {controls: {disable: true}},
  tags: ['!autodocs'],
  render: ({guide, module}) => module
    ? html`<dsg-quiz .guide=${guide} module=${module}></dsg-quiz>`
    : html`<dsg-guide .guide=${guide} address="none" without-title></dsg-guide>`,
} satisfies Meta<Args>

/** Part of a page: questions on one subject. */
export const OneQuiz: StoryObj<Args> = {args: {guide: fresh(), module: 'spot-suspicious-email'}}

/** A page of its own: the guide, with one of its pathways. */
export const WholeGuide: StoryObj<Args> = {args: {guide: fresh()}}
