import {define} from '../shared/base/define.js'
import {DsgProfile} from './profile.js'

define('dsg-profile', DsgProfile)
