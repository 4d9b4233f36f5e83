import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import {describe, it} from 'node:test'
import {compileModule} from '../../components/compile/files/module.js'

const folder = new URL('../fixtures/compile/', import.meta.url)

/** Markdown in, tree out. The trees were read and checked by hand when they were written. */
describe('a module', () => {
  const trees = readdirSync(folder).filter(name => name.endsWith('.json'))
  assert.ok(trees.length > 3)
  for (const tree of trees) {
    const path = tree.replace(/json$/, 'md')
    it(`is read as ${tree} says`, () => {
      const {module, diagnostics} = compileModule(
        {path, text: readFileSync(new URL(path, folder), 'utf8')}, {standalone: true})
      const read = {pages: module?.pages, questions: module?.questions}
      assert.deepEqual(JSON.parse(JSON.stringify(read)), JSON.parse(readFileSync(new URL(tree, folder), 'utf8')))
      assert.deepEqual(diagnostics, [])
    })
  }
})
