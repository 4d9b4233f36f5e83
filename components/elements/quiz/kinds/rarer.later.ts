/** The kinds of question that few modules have: fetched with `afterwards.later.ts` where a module has one. */
import type {ScoredQuestion} from '../../../model/guide/question.js'
import {fill} from './fill.js'
import type {AnsweredKind} from './kind.js'
import {match} from './match.js'
import {order} from './order.js'

type Rarer = Exclude<ScoredQuestion['type'], 'choice'>

export const rarerKinds: {[Type in Rarer]: AnsweredKind<Extract<ScoredQuestion, {type: Type}>>} = {fill, match, order}
