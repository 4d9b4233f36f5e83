import {define} from '../shared/base/define.js'
import {DsgPathway} from './pathway.js'

define('dsg-pathway', DsgPathway)
