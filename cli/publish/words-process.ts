/**
 * Reads a content folder and checks its words, in a process of its own: see `words-beside.ts`. Its arguments are the
 * folder and those laid over it.
 */
import {checkWords, fingerprint} from './check-words.js'
import {readLayers} from '../content/read-layers.js'

const [root, ...locals] = process.argv.slice(2)
const {files} = readLayers(root!, locals)
// Not before all of it is on its way: a long message is sent in parts.
process.send!({of: fingerprint(files), diagnostics: checkWords(files)}, () => process.disconnect())
