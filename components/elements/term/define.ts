import {define} from '../shared/base/define.js'
import {DsgTerm} from './term.js'

define('dsg-term', DsgTerm)
