import assert from 'node:assert/strict'
import {execFileSync} from 'node:child_process'
import {existsSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {describe, it} from 'node:test'
import {REPOSITORY} from '../../cli/terminal/paths.js'

const documents = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {cwd: REPOSITORY, encoding: 'utf8'})
  .split('\n').filter(path => path && !/^(content\/pathways|test\/fixtures)\//.test(path) && existsSync(join(REPOSITORY, path)))
/** Without what is shown as code: links in it are examples. */
const textOf = (path: string) => readFileSync(join(REPOSITORY, path), 'utf8').replace(/^```[\s\S]*?^```|`[^`\n]*`/gm, '')

describe('the documents', () => {
  it('link to files that are there', () => {
    const broken = documents.flatMap(path => [...textOf(path).matchAll(/\]\(([^)\s]+)\)/g)].map(([, to = '']) => to.split('#')[0]!)
      .filter(to => to && !/^[a-z-]+:/.test(to) && !existsSync(join(REPOSITORY, dirname(path), to))).map(to => `${path}: ${to}`))
    assert.deepEqual(broken, [])
  })

  it('list every decision', () => {
    const folder = 'docs/decisions/'
    const listed = [...textOf(`${folder}README.md`).matchAll(/\]\((\d[^)]+)\)/g)].map(([, name]) => folder + name)
    assert.deepEqual(listed, documents.filter(path => /^docs\/decisions\/\d/.test(path)).sort())
  })
})
