import {ENGINES} from '../browsers/browsers.mjs'
import {browserTests} from './browser-tests.mjs'
import {hostTests} from './host-tests.mjs'
import {runFiles} from './node-tests.mjs'
import {lint, size} from './programs.mjs'
import {types} from './types.mjs'

/**
 * A part of `npm test`.
 *
 * @typedef {object} Suite
 * @property {string} name - what the summary calls it
 * @property {string[]} [tests] - folders and files of `test/` that it runs. A suite without them is left out when only some
 *   test files are asked for
 * @property {readonly string[]} [needs] - names in `NEEDS`: without one of them it cannot run
 * @property {boolean} [inEach] - it runs in each of its needs separately, as in browsers, and so can do without one of them
 * @property {string} [byHand] - the command that runs it outside CI, where `npm test` does not
 * @property {(job: Job) => Promise<Row[]>} run - prints failures in full
 *
 * @typedef {object} Job
 * @property {string[]} files - paths of test files, from the repository's root
 * @property {string[]} here - those of its needs that are on this machine
 * @property {(what: string[]) => void} at - hears what the suite is busy with, in case the run has to be stopped
 *
 * @typedef {{name?: string, passed: number, failed: number, skipped?: number}} Row - named after the suite unless it says more
 */

/**
 * Everything that `npm test` runs, in this order; suites in one list run side by side.
 *
 * @param {readonly string[]} engines - for the tests in browsers
 * @returns {Suite[][]}
 */
export function suitesIn(engines = ENGINES) {
  return [
    [types, lint],
    // Tests that need no browser.
    [{
      name: 'node',
      tests: ['model', 'compile', 'style', 'search', 'site', 'cli', 'content', 'scripts', 'structure', 'bench'],
      needs: ['git'], run: runFiles,
    }],
    // The published package, as somebody who installs it finds it: one file, which leaves a processor to the other build.
    [{name: 'package', tests: ['package'], needs: ['chromium'], run: runFiles}, size],
    // What happens when a browser or a disk fails at any moment. These two run side by side, because the first starts browsers
    // again and again, and SharePoint's tests wait for the registry.
    [{name: 'crash', tests: ['crash'], needs: ['chromium'], run: runFiles}, hostTests.sharepoint],
    // The component's home, built as it is published, beside a site that is mostly waited for.
    [hostTests.wordpress, {name: 'storybook', tests: ['storybook'], needs: ['chromium'], run: runFiles}],
    [{...browserTests, needs: engines}],
  ]
}
