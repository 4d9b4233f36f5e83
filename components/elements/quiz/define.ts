import {define} from '../shared/base/define.js'
import {DsgQuiz} from './quiz.js'

define('dsg-quiz', DsgQuiz)
