import {compileGuide} from '../components/compile/guide/compile-guide.js'
import type {Guide} from '../components/model/guide/guide.js'
import {files} from './content-files.js'

/** The shipped guide, compiled in the page. A page of the test runner gets what Node has compiled: `content-files.mjs`. */
export const guide: Guide = compileGuide(files).guide
