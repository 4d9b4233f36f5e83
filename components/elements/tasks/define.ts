import {define} from '../shared/define.js'
import {DsgTasks} from './tasks.js'

define('dsg-tasks', DsgTasks)
