import '../quiz/define.js'
import '../tasks/define.js'
import {define} from '../shared/base/define.js'
import {DsgModule} from './module.js'

define('dsg-module', DsgModule)
