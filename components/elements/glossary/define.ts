import {define} from '../shared/define.js'
import {DsgGlossary} from './glossary.js'

define('dsg-glossary', DsgGlossary)
