import {markedWords, namesControl} from '../page/control-names.js'
import type {Finding, StyleRule} from '../page/rule.js'
import type {StylePage} from '../page/style-page.js'
import type {Mark} from '../page/block-text.js'

/** Bold may name a control or a level. That begins with a capital or a sign, and is short. */
export const boldAndItalics: StyleRule = {
  id: 'C21', title: 'No italics, and bold only to name a control', severity: 'warning',
  check: ({page}) => page.prose.flatMap(prose => prose.marks.flatMap((mark): Finding[] => {
    if (mark.type === 'emphasis') {
      return [{
        at: mark.at, message: `"${markedWords(mark, prose)}" is in italics.`,
        advice: 'Take the marks away: italics are hard to read. Put the title of a document in double quotes.',
        fix: withoutMarks(mark, page),
      }]
    }
    if (mark.type !== 'strong' || prose.kind === 'cell' || namesControl(mark, prose)) return []
    return [{
      at: mark.at,
      message: `"${markedWords(mark, prose)}" is in bold, which is kept for the names of buttons and the like.`,
      advice: 'Take the marks away, and let the sentence say what matters. Put a warning in a callout.',
      fix: withoutMarks(mark, page),
    }]
  })),
}

function withoutMarks({at, end}: Mark, {source: {text}}: StylePage): Finding['fix'] {
  const written = text.slice(at, end)
  const marks = /^(\*{1,2}|_{1,2})([^*_\n]+)\1$/.exec(written)
  return marks ? {start: at, end, text: marks[2]!} : undefined
}
