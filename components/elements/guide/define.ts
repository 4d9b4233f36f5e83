import '../pathways/define.js'
import '../search/define.js'
import {define} from '../shared/base/define.js'
import {DsgGuide} from './guide.js'

define('dsg-guide', DsgGuide)
