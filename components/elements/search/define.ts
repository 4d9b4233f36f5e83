import {define} from '../shared/base/define.js'
import {DsgSearch} from './search.js'

define('dsg-search', DsgSearch)
