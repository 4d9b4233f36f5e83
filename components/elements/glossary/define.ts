import {define} from '../shared/base/define.js'
import {DsgGlossary} from './glossary.js'

define('dsg-glossary', DsgGlossary)
