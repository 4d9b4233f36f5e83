/**
 * `npm run prove:people`: 50 made-up days of several people at one browser, of which `npm test` tries 10. Not one statement may
 * be in a wrong name. `npm run prove:people -- --browser firefox` takes one engine, and not all there are.
 */
import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {ROOT} from '../setup/setup.mjs'

const {status} = spawnSync(
  process.execPath, [join(ROOT, 'scripts/test.mjs'), '--suite', 'browsers', ...process.argv.slice(2), '--', 'xapi/people'],
  {stdio: 'inherit', env: {...process.env, SEEDS: '50'}})
process.exitCode = status ?? 1
