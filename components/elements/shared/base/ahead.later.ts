/** What every element fetches once it is drawn, in one file. */
export {loadAgain} from '../again/again.later.js'
export {lookOver} from './look-over.later.js'
