import {define} from '../shared/define.js'
import {DsgEmbedBuilder} from './embed-builder.js'

define('dsg-embed-builder', DsgEmbedBuilder)
