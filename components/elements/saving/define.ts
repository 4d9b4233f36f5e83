import {define} from '../shared/base/define.js'
import {DsgIdleWarning} from './idle-warning.js'
import {DsgKeep} from './keep.js'
import {DsgSaving} from './saving.js'
import {DsgTakeAway} from './take-away.js'

define('dsg-idle-warning', DsgIdleWarning)
define('dsg-take-away', DsgTakeAway)
define('dsg-keep', DsgKeep)
define('dsg-saving', DsgSaving)
