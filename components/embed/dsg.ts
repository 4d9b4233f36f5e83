/**
 * The script tag's entry: loads the code of just those elements that are on the page, now or later.
 *
 *     <script type="module" src="dsg.js"></script>
 */
const elements: Record<string, () => Promise<unknown>> = {
  'dsg-feedback': () => import('../elements/feedback/define.js'),
  'dsg-glossary': () => import('../elements/glossary/define.js'),
  'dsg-guide': () => import('../elements/guide/define.js'),
  'dsg-module': () => import('../elements/module/define.js'),
  'dsg-pathway': () => import('../elements/pathway/define.js'),
  'dsg-pathways': () => import('../elements/pathways/define.js'),
  'dsg-profile': () => import('../elements/profile/define.js'),
  'dsg-quiz': () => import('../elements/quiz/define.js'),
  'dsg-record': () => import('../elements/record/define.js'),
  'dsg-saving': () => import('../elements/saving/define.js'),
  'dsg-search': () => import('../elements/search/define.js'),
  'dsg-self-assessment': () => import('../elements/self-assessment/define.js'),
}

/** Loads what `root` holds and is not registered yet. */
function loadIn(root: ParentNode): void {
  for (const [tag, load] of Object.entries(elements)) {
    if (!customElements.get(tag) && root.querySelector(tag)) {
      load().catch(error => console.error(`<${tag}> could not be loaded: ${error}`))
    }
  }
}

loadIn(document)
new MutationObserver(changes => {
  if (changes.some(change => change.addedNodes.length)) loadIn(document)
}).observe(document, {childList: true, subtree: true})
