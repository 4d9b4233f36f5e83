/** By itself, because a file that is loaded now and then and a file that others import are two files in a bundle. */
export {loadGuide} from './load-guide.js'
