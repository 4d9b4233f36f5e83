import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {compileForPublishing} from '../../cli/publish/compile-for-publishing.js'
import {styleDiagnostics} from '../../components/style/style-diagnostics.js'

/** Processor time for the whole guide, in milliseconds. */
const LIMIT_MS = 2_000

describe('the shipped content', () => {
  const {content, guide, diagnostics} = compileForPublishing('content')

  it('has no error', async () => {
    const errors = (await diagnostics()).filter(({severity}) => severity === 'error')
    assert.deepEqual(errors.map(({file, line, code}) => `${file}:${line} ${code}`), [])
  })

  it(`is checked in less than ${LIMIT_MS} ms`, () => {
    // Processor time, not the clock's: other tests run beside this one.
    const before = process.cpuUsage()
    styleDiagnostics(content.files, guide)
    const {user, system} = process.cpuUsage(before)
    assert.ok((user + system) / 1000 < LIMIT_MS, `${(user + system) / 1000} ms`)
  })

  it('is passed over in another language', () => {
    assert.deepEqual(styleDiagnostics(content.files, {...guide, lang: 'cy'}), [])
  })
})
