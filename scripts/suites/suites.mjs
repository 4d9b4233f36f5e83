import {browserTests} from './browser-tests.mjs'
import {crashTests, nodeTests, packageTests} from './node-tests.mjs'
import {sharepoint} from './sharepoint.mjs'
import {size} from './size.mjs'
import {types} from './types.mjs'

/**
 * What `npm test` runs, in this order; suites in one list run side by side. To add a check, add a suite:
 *
 * - `name` - what its summary is called
 * - `run({patterns, engines, ci})` - prints failures in full and resolves to rows `{name, passed, failed, skipped}`.
 *   With `patterns`, only test files whose path contains one of them run; a suite without files returns no rows.
 *   `engines` are the browsers asked for, if any were. `ci`: nothing may be left out.
 */
export const suites = [
  [types], [nodeTests], [packageTests], [size],
  // Both wait a good deal: for browsers to start, and for the registry.
  process.env.CI === 'true' ? [crashTests, sharepoint] : [crashTests],
  [browserTests],
]
