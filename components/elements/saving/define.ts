import {define} from '../shared/define.js'
import {DsgSaving} from './saving.js'

define('dsg-saving', DsgSaving)
