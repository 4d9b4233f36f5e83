/**
 * Registers every element that a host may want, at once: for a bundler, and for the single file that needs no other. What the
 * built site alone shows, `dsg-embed-builder`, is left out.
 */
import '../elements/canvas/define.js'
import '../elements/feedback/define.js'
import '../elements/glossary/define.js'
import '../elements/guide/define.js'
import '../elements/module/define.js'
import '../elements/pathway/define.js'
import '../elements/pathways/define.js'
import '../elements/profile/define.js'
import '../elements/quiz/define.js'
import '../elements/record/define.js'
import '../elements/saving/define.js'
import '../elements/search/define.js'
import '../elements/self-assessment/define.js'
import '../elements/tasks/define.js'
import '../elements/term/define.js'
import './strangers.js'
