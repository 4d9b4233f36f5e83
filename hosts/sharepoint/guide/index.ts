/**
 * The guide for a web part: every element, and what the web part's settings make of them. It is bundled into one file
 * that SharePoint's tool chain takes as it is, so that the web part loads no script from anywhere.
 */
import '../../../components/embed/all.js'

export {choicesOf, type Choices} from './choices.js'
export {showGuide, type Wanted} from './show.js'
export {themeTokens, type SiteTheme} from './theme.js'
