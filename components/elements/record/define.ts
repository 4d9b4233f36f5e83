import {define} from '../shared/base/define.js'
import {DsgRecord} from './record.js'

define('dsg-record', DsgRecord)
