import {define} from '../shared/define.js'
import {DsgPathway} from './pathway.js'

define('dsg-pathway', DsgPathway)
