/** Registers every element at once, for a single self-contained file. */
import '../elements/guide/define.js'
import '../elements/quiz/define.js'
import '../elements/tasks/define.js'
import '../elements/term/define.js'
