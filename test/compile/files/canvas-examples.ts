import {ASK, canvasText, factorText, LEVELS} from './canvas-text.js'
import type {IN_THE_GUIDE} from '../diagnostic-examples.js'

type Example = (typeof IN_THE_GUIDE)[number]

const FILE = 'canvas/factors.md'
const VOICE = factorText('Voice', 'voice')
const LEVEL_2 = '2. **Emerging.** Some are asked.\n'

/** A canvas file with one fault. Its content begins in line 9, the second level of `VOICE` is line 13, what to ask 17. */
function example(code: string, text: string, line: number, column: number, severity: Example['severity'] = 'error'): Example {
  return {code, severity, files: {[FILE]: text}, file: FILE, line, column}
}

/** Files of a small guide to add or change for a fault in a canvas. Lines and columns were counted by hand. */
export const IN_A_CANVAS: Example[] = [
  example('empty-file', '\n', 1, 1),
  example('no-front-matter', VOICE, 1, 1),
  example('missing-value', canvasText(VOICE, {title: ''}), 3, 8),
  example('missing-value', canvasText(VOICE, {sources: '[]'}), 4, 10),
  example('bad-value', canvasText(VOICE, {last_reviewed: '2026-13-01'}), 5, 16),
  example('review-dates', canvasText(VOICE, {next_review: '2026-10-01'}), 6, 14),
  example('unknown-key', canvasText(VOICE, {note: 'x'}), 7, 1, 'warning'),
  example('no-factors', canvasText('Only words.\n'), 8, 1),
  example('not-a-factor', canvasText(VOICE.replace('Factor: ', '')), 9, 1),
  example('not-a-factor', canvasText(VOICE.replace('Factor:', 'Facter:')), 9, 1),
  example('factor-level', canvasText(`#${VOICE}`), 9, 1, 'warning'),
  example('empty-heading', canvasText(`## Factor:\n${VOICE}`), 9, 1),
  example('missing-id', canvasText(VOICE.replace('<!-- id: voice -->', '<!-- learn: first -->')), 9, 1),
  example('bad-id', canvasText(VOICE.replace('id: voice', 'id: The Voice')), 10, 10),
  example('duplicate-id', canvasText(VOICE + VOICE.replace('Voice', 'Other')), 20, 10),
  example('duplicate-id', canvasText(VOICE.replace('id: voice', 'id: canvas-1')), 10, 10),
  example('duplicate-id', canvasText(VOICE.replace('id: voice', 'id: first-desk')), 10, 10),
  example('unknown-option', canvasText(VOICE.replace('voice -->', 'voice · lern: first -->')), 10, 18, 'warning'),
  example('link-to-nowhere', canvasText(VOICE.replace('voice -->', 'voice · learn: first, third -->')), 10, 25),
  example('no-group', canvasText(factorText('Voice', 'voice', ' · group: People') + factorText('Money', 'money')), 19, 1, 'warning'),
  example('factor-levels', canvasText(VOICE.replace(LEVEL_2, '')), 9, 1),
  example('factor-levels', canvasText(VOICE.replace(LEVELS, `${LEVELS}5. **More.** Still more.\n`)), 9, 1),
  example('factor-levels', canvasText(VOICE.replace(LEVELS, '')), 9, 1),
  example('level-without-name', canvasText(VOICE.replace('**Emerging.** ', '')), 13, 1),
  example('level-without-words', canvasText(VOICE.replace(' Some are asked.', '')), 13, 1),
  example('empty-answer', canvasText(VOICE.replace(LEVEL_2, '2.\n')), 13, 1),
  example('same-answer', canvasText(VOICE.replace('Some are asked', 'Nobody is asked')), 13, 1),
  example('level-of-parts', canvasText(VOICE.replace(LEVEL_2, `${LEVEL_2}   - A part\n`)), 14, 4),
  example('no-ask', canvasText(VOICE.replace(ASK, '')), 9, 1, 'warning'),
  example('setting-name', canvasText(VOICE.replace('whose voice', '{{it_service_dsk | whose}}')), 17, 10, 'warning'),
  example('word-paste', canvasText(VOICE.replace('whose voice', 'whose\u00a0voice')), 17, 15, 'info'),
]
