/**
 * Reads a content folder and checks its words, in a process of its own: see `words-beside.ts`. Its arguments are the
 * content folder and the folders laid over it.
 */
import {checkWords, fingerprint} from './check-words.js'
import {readLayers} from '../content/read-layers.js'

const [root, ...locals] = process.argv.slice(2)
const {files} = readLayers(root!, locals)
// A long message is sent in parts, so the process disconnects only when all of it is sent.
process.send!({of: fingerprint(files), diagnostics: checkWords(files)}, () => process.disconnect())
