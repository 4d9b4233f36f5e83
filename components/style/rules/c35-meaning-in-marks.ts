import {namesControl} from '../page/control-names.js'
import type {StyleRule} from '../page/rule.js'

const CARRIES = /^(?:not|no|never|only|must|must not|do not|always|all|before|after|except|without|cannot)$/i

/** Most screen readers say nothing of bold and italics. */
export const meaningInMarks: StyleRule = {
  id: 'C35', title: 'Bold and italics carry no meaning', severity: 'info',
  check: ({page}) => page.prose.flatMap(prose => prose.marks.flatMap(mark => {
    const {type, from, to, at} = mark
    const words = prose.text.slice(from, to).trim()
    return (type === 'strong' || type === 'emphasis') && CARRIES.test(words) && !namesControl(mark, prose) ? [{
      at, message: `"${words}" is set apart, and a screen reader does not say so.`,
      advice: 'Make a sentence of it, so that people who listen get the same: "Do not share it with anyone."',
    }] : []
  })),
}
