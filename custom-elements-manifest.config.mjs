/** What `npm run analyze` reads: every element's docblock becomes its entry in custom-elements.json. */
import {isPublic} from './scripts/package/manifest.mjs'
import {readTokens} from './scripts/package/tokens.mjs'

export default {
  globs: ['components/elements/**/*.ts'],
  exclude: ['**/*.styles.ts', '**/*.strings.ts', '**/define.ts'],
  // Or it would write into package.json where its own file is, which is not in the package.
  packagejson: false,
  litelement: true,
  plugins: [{
    name: 'dsg',
    /** @param {{customElementsManifest: import('./scripts/package/manifest.mjs').Manifest}} context */
    packageLinkPhase({customElementsManifest: {modules}}) {
      const tokens = readTokens()
      for (const element of modules.flatMap(({declarations}) => declarations).filter(({customElement}) => customElement)) {
        element.events = element.events?.filter(isNamed).map(withType)
        element.cssProperties = tokens
        // What nobody outside may touch is no business of editors, types and Storybook's tables.
        element.members = element.members?.filter(isPublic)
      }
    },
  }],
}

/**
 * `dispatchEvent(new RecordedEvent(event))` is taken for an event whose name is that of the argument, if it has one.
 *
 * @param {import('./scripts/package/manifest.mjs').Described} event
 */
function isNamed({name}) {
  return name?.includes('-')
}

/**
 * Our docblocks say `@fires name - {Type} what happened`; the analyser looks for the type in front of the name.
 *
 * @param {import('./scripts/package/manifest.mjs').Described} event
 */
function withType(event) {
  const [, type, description] = /^\{(\w+)\} (.+)$/s.exec(event.description ?? '') ?? []
  return type ? {...event, type: {text: type}, description} : event
}
