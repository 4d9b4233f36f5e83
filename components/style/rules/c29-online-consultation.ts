import type {StyleRule} from '../page/rule.js'

const CONSULTATION = /\b(?:online|web) consultations?\b|\be-?consult(?:ation)?s?\b/gi

export const onlineConsultation: StyleRule = {
  id: 'C29', title: 'Not "online consultation" for a form', severity: 'warning',
  check: ({page}) => page.prose.flatMap(prose => prose.own(CONSULTATION).map(({0: words, index}) => ({
    at: prose.offset(index), message: `"${words}" can mean a form, a video call or messages.`,
    advice: 'Say what people do: "fill in an online form", "a video consultation".',
  }))),
}
