import {basename, dirname} from 'node:path'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'

const PACKAGES = '/bundled-packages'

/**
 * Serves packages as one file each, bundled when a test first imports them. This is for packages that are not browser modules,
 * and for packages of dozens of files, each of which every test page would ask for.
 *
 * @param {string[]} modules
 * @param {string[]} [commonJs] - packages whose names only Node finds
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function bundledPackages(modules, commonJs = []) {
  const names = [...modules, ...commonJs]
  const files = new Map(names.map(name => [`${PACKAGES}/${name}.js`, later(async () =>
    commonJs.includes(name) ? bundle(name, 'package', Object.keys(await import(name))) : bundle(name, 'package'))]))
  return {
    name: 'bundled packages',
    resolveImport: ({source}) => names.includes(source) ? `${PACKAGES}/${source}.js` : undefined,
    async serve({path}) {
      const bundled = await files.get(path)?.()
      return bundled && {body: bundled.get('package.js') ?? '', type: 'js'}
    },
  }
}

/**
 * Serves a script in few files, for a page that is opened hundreds of times. What it loads by `import()` stays a file of its own.
 *
 * @param {string} path - of the script, as the page asks for it; its source is the `.ts` file there
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function bundledScript(path) {
  const name = basename(path, '.js')
  const files = later(() => bundle(`..${dirname(path)}/${name}.ts`, name))
  return {
    name: `bundled ${path}`,
    async serve(context) {
      if (dirname(context.path) !== dirname(path) || !basename(context.path).startsWith(name)) return undefined
      const body = (await files()).get(basename(context.path))
      return body === undefined ? undefined : {body, type: 'js'}
    },
  }
}

/**
 * @param {string} entry - path of the script from this folder, or name of a package
 * @param {string} name - name of the file that is made, without its ending
 * @param {string[]} [exported] - names that the bundle exports, where the entry is not a module that says so itself
 * @returns the text of each file by its name
 */
async function bundle(entry, name, exported) {
  const here = fileURLToPath(new URL('.', import.meta.url))
  const contents = `export {${exported?.filter(each => each !== '__esModule').join()}} from '${entry}'`
  const {outputFiles} = await build({
    ...exported ? {stdin: {contents, resolveDir: here}, entryNames: name} : {entryPoints: [{in: entry, out: name}]},
    chunkNames: `${name}-[hash]`, absWorkingDir: here, outdir: 'bundled',
    bundle: true, splitting: true, format: 'esm', target: 'es2022', write: false,
    define: {'process.env.NODE_ENV': '"test"', global: 'globalThis'},
  })
  return new Map(outputFiles.map(({path, text}) => [basename(path), text]))
}

/**
 * @template T
 * @param {() => T} make
 */
function later(make) {
  /** @type {T | undefined} */
  let made
  return () => made ??= make()
}
