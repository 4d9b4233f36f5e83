import {define} from '../shared/define.js'
import {DsgRecord} from './record.js'

define('dsg-record', DsgRecord)
