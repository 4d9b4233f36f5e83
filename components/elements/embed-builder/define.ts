import {define} from '../shared/base/define.js'
import {DsgEmbedBuilder} from './embed-builder.js'

define('dsg-embed-builder', DsgEmbedBuilder)
