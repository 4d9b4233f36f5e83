import {define} from '../shared/define.js'
import {DsgSelfAssessment} from './self-assessment.js'

define('dsg-self-assessment', DsgSelfAssessment)
