import {define} from '../shared/base/define.js'
import {DsgFeedback} from './feedback.js'

define('dsg-feedback', DsgFeedback)
