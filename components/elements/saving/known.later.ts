/** What a page shows to people whom it knows. Only pages that report load it: see `known.ts`. */
export {ClaimSection} from './claim-section.js'
export {CopySection} from './copy-section.js'
