import {define} from '../shared/define.js'
import {DsgTerm} from './term.js'

define('dsg-term', DsgTerm)
