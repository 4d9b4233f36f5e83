import {define} from '../shared/define.js'
import {DsgProfile} from './profile.js'

define('dsg-profile', DsgProfile)
