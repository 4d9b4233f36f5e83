import {define} from '../shared/base/define.js'
import {DsgTasks} from './tasks.js'

define('dsg-tasks', DsgTasks)
