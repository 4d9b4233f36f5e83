/** What `npm run analyze` reads: every element's docblock becomes its entry in custom-elements.json. */
export default {
  globs: ['components/elements/**/*.ts'],
  exclude: ['**/*.styles.ts', '**/*.strings.ts', '**/define.ts'],
  litelement: true,
}
