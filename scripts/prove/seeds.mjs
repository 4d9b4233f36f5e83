import {spawnSync} from 'node:child_process'
import {join} from 'node:path'
import {ROOT} from '../setup/setup.mjs'

/**
 * Runs browser tests whose path contains `pattern` with so many seeds, in all engines that there are or in those that the
 * command line names.
 *
 * @param {string} pattern
 * @param {number} seeds
 */
export function prove(pattern, seeds) {
  const {status} = spawnSync(
    process.execPath, [join(ROOT, 'scripts/test.mjs'), '--suite', 'browsers', ...process.argv.slice(2), '--', pattern],
    {stdio: 'inherit', env: {...process.env, SEEDS: String(seeds)}})
  process.exitCode = status ?? 1
}
