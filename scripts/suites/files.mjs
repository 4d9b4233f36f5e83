import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {slashed} from '../../cli/terminal/slashed.mjs'
import {ROOT} from '../setup/setup.mjs'

/**
 * The test files in some folders, as paths from the repository's root with `/` between folders.
 *
 * @param {string[]} tests - folders and files of `test/`, such as `model` or `hosts/wordpress.test.ts`
 * @param {string[]} patterns - keep the files whose path contains one of these; with none, keep all
 */
export function testFiles(tests, patterns) {
  const paths = readdirSync(join(ROOT, 'test'), {recursive: true, encoding: 'utf8'}).map(path => slashed(path))
  // People may type patterns with backslashes, as paths are on Windows.
  const parts = patterns.map(pattern => slashed(pattern, '\\'))
  return paths
    .filter(path => path.endsWith('.test.ts') && tests.some(each => path === each || path.startsWith(`${each}/`)))
    .map(path => `test/${path}`)
    .filter(path => parts.length === 0 || parts.some(part => path.includes(part)))
    .sort()
}
