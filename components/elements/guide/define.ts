import '../glossary/define.js'
import '../module/define.js'
import '../pathway/define.js'
import '../pathways/define.js'
import '../saving/define.js'
import '../search/define.js'
import {define} from '../shared/define.js'
import {DsgGuide} from './guide.js'

define('dsg-guide', DsgGuide)
