import {define} from '../shared/base/define.js'
import {DsgSelfAssessment} from './self-assessment.js'

define('dsg-self-assessment', DsgSelfAssessment)
