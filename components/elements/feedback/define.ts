import {define} from '../shared/define.js'
import {DsgFeedback} from './feedback.js'

define('dsg-feedback', DsgFeedback)
