/**
 * `npm run build`: everything that the published package holds, in `dist/`.
 *
 * - `components/`, `cli/` - modules with their types and maps, neither bundled nor minified
 * - `cdn/` - the same elements for pages without a bundler, minified
 * - `types/`, and files for editors - made from the elements' docblocks
 * - `canvas.schema.json` - made from the shapes of a canvas's items
 */
import {spawnSync} from 'node:child_process'
import {cpSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {bundleElements} from '../cli/bundle/bundle-elements.js'
import {canvasSchema} from '../components/model/canvas/schema.js'
import {vscodeData, webTypes} from './package/editor-data.mjs'
import {elementTypes} from './package/framework-types.mjs'
import {integrityOf} from './package/integrity.mjs'
import {analyze, inPackage, missingDescriptions} from './package/manifest.mjs'
import {ROOT, stopWith} from './setup/setup.mjs'

const DIST = join(ROOT, 'dist')
/** Files and folders that the command reads, which are in the package beside its modules. */
const ASSETS = ['cli/export/course.css', 'components/themes', 'hosts/intranet']

try {
  for (const folder of ['components', 'cli', 'cdn', 'hosts', 'types']) rmSync(join(DIST, folder), {recursive: true, force: true})
  compile()
  for (const path of ASSETS) cpSync(join(ROOT, path), join(DIST, path), {recursive: true})
  await bundleElements(join(DIST, 'cdn'))
  describe()
  writeJson('canvas.schema.json', canvasSchema())
  printIntegrity()
} catch (error) {
  stopWith(error)
}

/**
 * Compiles the command, then the components. The command comes first: it brings modules of the components without their types,
 * and the second step writes these again, with types.
 */
function compile() {
  for (const project of ['tsconfig.cli.json', 'tsconfig.json']) {
    const {status, stdout} = spawnSync(process.execPath,
      ['node_modules/typescript/bin/tsc', '-p', `scripts/package/${project}`, '--pretty', 'false'],
      {cwd: ROOT, encoding: 'utf8'})
    if (status !== 0) throw new Error(`The modules do not compile.\n${stdout}`)
  }
}

function describe() {
  const manifest = analyze()
  const missing = missingDescriptions(manifest)
  if (missing.length) throw new Error(`${missing.join('\n')}\nWrite a docblock for each: editors and docs show it.`)
  const packaged = inPackage(manifest)
  const about = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  writeJson('custom-elements.json', packaged)
  writeJson('vscode.html-custom-data.json', vscodeData(manifest))
  writeJson('web-types.json', webTypes(manifest, about))
  cpSync(join(ROOT, 'types'), join(DIST, 'types'), {recursive: true})
  writeFileSync(join(DIST, 'types/elements.d.ts'), elementTypes(manifest))
}

function printIntegrity() {
  const integrity = integrityOf(join(DIST, 'cdn'))
  writeJson('integrity.json', integrity)
  console.log('For the "integrity" of a script tag; those of the chunks are in dist/integrity.json:\n')
  for (const name of ['dsg.js', 'dsg-all.js', 'dsg-frame.js']) console.log(`  ${name}  ${integrity[name]}`)
}

/**
 * @param {string} path - in `dist/`
 * @param {unknown} data
 */
function writeJson(path, data) {
  writeFileSync(join(DIST, path), `${JSON.stringify(data, undefined, 1)}\n`)
}
