/**
 * Serves a package that is not written as browser modules, bundled when it is first asked for.
 *
 * @param {string} path - address to serve it at; a file with its types stands at the same place
 * @param {string} name - the package
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'

export function bundled(path, name) {
  let text
  return {
    name: `bundled ${name}`,
    async serve(context) {
      if (context.path !== path) return undefined
      text ??= build({
        stdin: {contents: `export * from '${name}'`, resolveDir: fileURLToPath(new URL('.', import.meta.url))},
        bundle: true, format: 'esm', write: false, define: {'process.env.NODE_ENV': '"test"', global: 'globalThis'},
      }).then(({outputFiles}) => outputFiles[0].text)
      return {body: await text, type: 'js'}
    },
  }
}
