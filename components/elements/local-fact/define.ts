import {define} from '../shared/base/define.js'
import {DsgLocalFact} from './local-fact.js'

define('dsg-local-fact', DsgLocalFact)
