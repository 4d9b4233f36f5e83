import {define} from '../shared/define.js'
import {DsgSearch} from './search.js'

define('dsg-search', DsgSearch)
