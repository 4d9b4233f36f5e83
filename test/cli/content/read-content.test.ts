import assert from 'node:assert/strict'
import {execFileSync} from 'node:child_process'
import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, it} from 'node:test'
import {CommandError} from '../../../cli/terminal/command-error.js'
import {readContent} from '../../../cli/content/read-content.js'
import {temporaryFolder} from '../run-dsg.js'

describe('readContent', () => {
  const root = temporaryFolder()

  /** A folder of its own with these files; a name that ends in a slash makes a folder. */
  function folderOf(name: string, files: Record<string, string | Uint8Array>): string {
    const folder = join(root, name)
    mkdirSync(folder)
    for (const [path, body] of Object.entries(files)) {
      mkdirSync(join(folder, path, '..'), {recursive: true})
      writeFileSync(join(folder, path), body)
    }
    return folder
  }

  const paths = (folder: string): string[] => readContent(folder).files.map(({path}) => path)
  const codes = (folder: string): string[] => readContent(folder).diagnostics.map(({file, code}) => `${file} ${code}`)

  it('reads markdown and YAML in folders, sorted, and nothing else', () => {
    const folder = folderOf('plain', {
      'b/z.md': 'z', 'a.md': 'a', 'guide.yaml': 'id: x',
      'photo.png': 'x', '.hidden.md': 'x', '.git/a.md': 'x', 'node_modules/a/b.md': 'x',
    })
    assert.deepEqual(paths(folder), ['a.md', 'b/z.md', 'guide.yaml'])
  })

  it('takes away a byte order mark', () => {
    const folder = folderOf('marked', {'a.md': '\ufeff# Hello'})
    assert.equal(readContent(folder).files[0]?.text, '# Hello')
  })

  it('reads an empty file, which is for the compiler to judge', () => {
    assert.deepEqual(readContent(folderOf('empty', {'a.md': ''})).files, [{path: 'a.md', text: ''}])
  })

  const faults = [
    {name: 'bytes that are no text', body: Buffer.from([1, 2, 0, 3, 255]), code: 'not-text'},
    {name: 'a file of 10 MB', body: Buffer.alloc(10_000_000, 'a'), code: 'too-large'},
    {name: 'UTF-16, little end first', body: Buffer.from('\ufeff# Hello', 'utf16le'), code: 'not-utf-8'},
    {name: 'UTF-16, big end first', body: Buffer.from('\ufeff# Hello', 'utf16le').swap16(), code: 'not-utf-8'},
  ]
  for (const [i, {name, body, code}] of faults.entries()) {
    it(`says ${code} of ${name}, and reads the others`, () => {
      const folder = folderOf(`fault-${i}`, {'bad.md': body, 'good.md': 'fine'})
      assert.deepEqual(codes(folder), [`bad.md ${code}`])
      assert.deepEqual(paths(folder), ['good.md'])
    })
  }

  it('names the line and column of the first character that is not UTF-8', () => {
    const folder = folderOf('latin', {'a.md': Buffer.from('# One\r\n\r\nCaf\xe9 and more', 'latin1')})
    const [diagnostic] = readContent(folder).diagnostics
    assert.deepEqual([diagnostic?.code, diagnostic?.line, diagnostic?.column], ['not-utf-8', 3, 4])
  })

  it('does not follow links, in circles or out of the folder', () => {
    const folder = folderOf('links', {'a.md': 'a'})
    symlinkSync(folder, join(folder, 'again'))
    symlinkSync('/etc/passwd', join(folder, 'secret.md'))
    symlinkSync('loop.md', join(folder, 'loop.md'))
    assert.deepEqual(paths(folder), ['a.md'])
    const links = ['again', 'loop.md', 'secret.md'].map(name => `${name} link-not-followed`)
    assert.deepEqual(codes(folder).sort(), links)
  })

  it('does not wait for a pipe', () => {
    const folder = folderOf('pipe', {'a.md': 'a'})
    execFileSync('mkfifo', [join(folder, 'pipe.md')])
    assert.deepEqual(codes(folder), ['pipe.md not-a-file'])
  })

  it('stops at a folder far too deep', () => {
    const folder = folderOf('deep', {[`${'d/'.repeat(40)}a.md`]: 'a', 'top.md': 'top'})
    assert.deepEqual(paths(folder), ['top.md'])
    assert.match(codes(folder)[0] ?? '', /too-deep$/)
  })

  it('refuses a folder that is not there, or is a file', () => {
    const folder = folderOf('refused', {'a.md': 'a'})
    assert.throws(() => readContent(join(folder, 'nowhere')), CommandError)
    assert.throws(() => readContent(join(folder, 'a.md')), CommandError)
  })
})
