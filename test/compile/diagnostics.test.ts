import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import {describe, it} from 'node:test'
import {compileGuide} from '../../components/compile/guide/compile-guide.js'
import {compileModule} from '../../components/compile/files/module.js'
import type {Diagnostic} from '../../components/model/guide/diagnostic.js'
import {frontMatter, smallGuide} from './content.js'
import {IN_A_CANVAS} from './files/canvas-examples.js'
import {IN_THE_FILE, IN_THE_GUIDE, IN_THE_TEXT, type Example} from './diagnostic-examples.js'
import {IN_A_FRAMEWORK} from './files/framework-examples.js'
import {IN_A_LOCAL_FOLDER, layeredGuide} from './guide/layer-examples.js'

describe('every fault is reported in its place', () => {
  for (const example of IN_THE_TEXT) {
    it(`${example.code}: ${example.text.slice(0, 60)}`, () => {
      const above = `${frontMatter(localSettings(example))}# First\n\n`
      const {diagnostics} = compileModule({path: 'pathways/basics/first.md', text: above + example.text})
      check(diagnostics, {...example, line: example.line + above.split('\n').length - 1})
    })
  }
  for (const example of IN_THE_FILE) {
    it(`${example.code}: ${example.text.slice(0, 30)}`, () => {
      check(compileModule({path: 'pathways/basics/first.md', text: example.text}).diagnostics, example)
    })
  }
  for (const {files, file, ...example} of [...IN_THE_GUIDE, ...IN_A_FRAMEWORK, ...IN_A_CANVAS]) {
    it(`${example.code}: ${file}`, () => {
      const {diagnostics} = compileGuide(smallGuide(files))
      check(diagnostics, example)
      assert.equal(diagnostics.find(({code}) => code === example.code)?.file, file)
    })
  }
  for (const {local, file, ...example} of IN_A_LOCAL_FOLDER) {
    it(`${example.code}: ${file}`, () => {
      const {diagnostics} = compileGuide(layeredGuide(local))
      check(diagnostics, example)
      assert.equal(diagnostics.find(({code}) => code === example.code)?.file, file)
    })
  }
})

describe('the list of examples', () => {
  const examples = [...IN_THE_TEXT, ...IN_THE_FILE, ...IN_THE_GUIDE, ...IN_A_FRAMEWORK, ...IN_A_CANVAS, ...IN_A_LOCAL_FOLDER]

  it('has one of every code but "internal"', () => {
    const folder = new URL('../../components/compile/', import.meta.url)
    const files = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter(name => name.endsWith('.ts'))
    const source = files.map(name => readFileSync(new URL(name, folder), 'utf8')).join('')
    const reports = source.matchAll(/\.(?:error|warning|add)\([^)]{0,60}?'([a-z]+(?:-[a-z]+)+)'/g)
    const codes = new Set([...reports].map(([, code]) => code!))
    assert.ok(codes.size > 60, `${codes.size}`)
    // What depends on the day is in review.test.ts.
    const shown = new Set([...examples.map(({code}) => code), 'review-overdue'])
    assert.deepEqual([...codes].filter(code => !shown.has(code)), [])
  })
})

/** Only one example is about this list; the others do not have it. */
function localSettings({code}: Example): Record<string, string> {
  return code === 'local-settings-differ' ? {local_settings: '[it_service_desk]'} : {}
}

function check(diagnostics: Diagnostic[], {code, severity, line, column, also = []}: Omit<Example, 'text'>): void {
  const found = diagnostics.find(diagnostic => diagnostic.code === code)
  assert.deepEqual(diagnostics.map(diagnostic => diagnostic.code).sort(), [code, ...also].sort())
  assert.deepEqual([found?.severity, found?.line, found?.column], [severity, line, column])
  for (const {message, advice} of diagnostics) {
    assert.match(message, /^[^a-z].*\.$/s)
    assert.match(advice, /^[A-Z].*[.?>]$/s)
    assert.doesNotMatch(`${message} ${advice}`, /\b(?:should|please|invalid|parse|token|syntax|n't)\b|!$/i)
  }
}
