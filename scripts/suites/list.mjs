/**
 * What `npm test -- --list` prints: each suite, how to run it alone, and its test files.
 *
 * @param {(import('./suites.mjs').Suite & {files: string[]})[]} suites
 * @returns {string}
 */
export function listOf(suites) {
  const blocks = suites.map(({name, files, byHand}) => [
    `${name}: ${byHand ? `${byHand}, or in CI` : `npm test -- --suite ${name}`}`,
    ...files.map(file => `  ${file}`),
  ])
  const one = suites.flatMap(({files}) => files)[0]
  const hint = one ? [`\nOne file, or those whose path contains a word: npm test -- ${one}`] : []
  return [...blocks.flat(), ...hint].join('\n')
}
