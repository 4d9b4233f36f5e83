import '../feedback/define.js'
import '../glossary/define.js'
import '../module/define.js'
import '../pathway/define.js'
import '../pathways/define.js'
import '../profile/define.js'
import '../record/define.js'
import '../saving/define.js'
import '../search/define.js'
import '../self-assessment/define.js'
import {define} from '../shared/define.js'
import {DsgGuide} from './guide.js'

define('dsg-guide', DsgGuide)
