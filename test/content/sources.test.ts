import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, it} from 'node:test'
import {readContent} from '../../cli/content/read-content.js'
import {compileGuide} from '../../components/compile/guide/compile-guide.js'

const read = new Set(readFileSync('test/content/source-addresses.txt', 'utf8').split('\n').filter(line => line.startsWith('http')))

const files = readdirSync('content', {recursive: true}).map(String)
  .filter(file => file.endsWith('.md') && !file.endsWith('README.md'))

/** Addresses that stand for a made-up organisation. */
const MADE_UP = /\/\/[^/]*\.example\b|\/\/[^/]*example\.(?:org|nhs\.uk)/

describe('what learners read in the shipped content', () => {
  it('does not say when a source was read: its line in the front matter does', () => {
    const {guide} = compileGuide(readContent('content').files)
    assert.deepEqual(guide.sections.flatMap(({title, heading, text}) =>
      (text.match(/[^\n]*\b(?:read (?:in )?[A-Z][a-z]+ \d{4}|no date found)[^\n]*/g) ?? []).map(line => `${title}, ${heading}: ${line}`)), [])
    const said = guide.modules.flatMap(({id, questions}) => questions.map(question => [id, JSON.stringify(question)] as const))
    assert.deepEqual(said.filter(([, text]) => /\bread (?:in )?[A-Z][a-z]+ \d{4}/.test(text)).map(([id]) => id), [])
  })
})

describe('what the shipped content links to', () => {
  for (const file of files) {
    it(`${file}: was read, or is marked for checking`, () => {
      const text = readFileSync(join('content', file), 'utf8')
      const unread = text.split('\n')
        .filter(line => !line.includes('<!-- check: '))
        .flatMap(line => line.match(/https?:\/\/[^\s)>"]+/g) ?? [])
        .map(address => address.replace(/[.;]$/, ''))
        .filter(address => !read.has(address) && !MADE_UP.test(address))
      assert.deepEqual(unread, [])
    })
  }
})
