import {define} from '../shared/define.js'
import {DsgPathways} from './pathways.js'

define('dsg-pathways', DsgPathways)
