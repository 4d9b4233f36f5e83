import {define} from '../shared/define.js'
import {DsgQuiz} from './quiz.js'

define('dsg-quiz', DsgQuiz)
