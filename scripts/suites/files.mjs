import {readdirSync} from 'node:fs'
import {join} from 'node:path'
import {ROOT} from '../setup.mjs'

/**
 * The test files in these folders of `test/`, as paths from the repository's root with `/` between folders.
 *
 * @param {string[]} folders - such as `model`; those that are not there have no files
 * @param {string[]} patterns - keep the files whose path contains one of these; with none, keep all
 */
export function testFiles(folders, patterns) {
  const paths = readdirSync(join(ROOT, 'test'), {recursive: true}).map(path => `test/${path.replaceAll('\\', '/')}`)
  return paths
    .filter(path => path.endsWith('.test.ts') && folders.includes(path.split('/')[1]))
    .filter(path => patterns.length === 0 || patterns.some(pattern => path.includes(pattern)))
    .sort()
}
