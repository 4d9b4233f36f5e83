import {define} from '../shared/base/define.js'
import {DsgPathways} from './pathways.js'

define('dsg-pathways', DsgPathways)
