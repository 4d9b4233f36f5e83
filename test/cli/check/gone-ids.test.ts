import assert from 'node:assert/strict'
import {execFileSync} from 'node:child_process'
import {cpSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, it} from 'node:test'
import {linesEver} from '../../../cli/content/git-history.js'
import {readLayers} from '../../../cli/content/read-layers.js'
import {goneIdDiagnostics, mayHaveId} from '../../../components/compile/review/gone-ids.js'
import {REPOSITORY} from '../../../cli/terminal/paths.js'
import {runDsg, temporaryFolder} from '../run-dsg.js'

const SHIPPED = join(REPOSITORY, 'content')

/** The shipped guide in a history of its own, which each case begins with. */
class Clone {
  readonly content: string
  readonly #root: string

  constructor(root: string, name: string, {isCommitted = true} = {}) {
    this.#root = join(root, name)
    this.content = join(this.#root, 'words/content')
    cpSync(SHIPPED, this.content, {recursive: true})
    if (isCommitted) this.git('init', '--quiet').commit()
  }

  git(...words: string[]): this {
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...words], {
      cwd: this.#root, stdio: 'ignore', env: {PATH: process.env.PATH, HOME: this.#root, GIT_CONFIG_NOSYSTEM: '1'},
    })
    return this
  }

  commit(): this {
    return this.git('add', '-A').git('commit', '--quiet', '-m', 'Edit')
  }

  edit(path: string, change: (text: string) => string): this {
    const file = join(this.content, path)
    const text = readFileSync(file, 'utf8')
    assert.notEqual(change(text), text, 'changes something')
    writeFileSync(file, change(text))
    return this
  }

  /** What is said of ids, as file and words. @param locals - folders laid over it */
  said(locals: readonly string[] = []): string[] {
    const history = linesEver(this.content, mayHaveId)
    const found = history ? goneIdDiagnostics(readLayers(this.content, locals).files, 0, history) : []
    return found.map(({file, severity, message, advice}) => `${file} ${severity}: ${message} ${advice}`)
  }

  /** What a person sees of it. */
  async checked(): Promise<string[]> {
    const {stdout} = await runDsg('check', this.content)
    return stdout.split('\n').filter(line => line.includes('[id-gone]'))
  }
}

/** A canvas without its first factor. */
const withoutFirstFactor = (text: string): string => {
  const [head = '', , ...rest] = text.split(/^(?=## )/m)
  return head + rest.join('')
}

describe('dsg check of ids that were in the guide', () => {
  const root = temporaryFolder()

  it('warns of a factor that goes, before its going is committed and after', () => {
    const clone = new Clone(root, 'factor')
    assert.deepEqual(clone.said(), [])
    clone.edit('canvas/factors.md', withoutFirstFactor)
    const [warning = '', ...others] = clone.said()
    assert.deepEqual(others, [])
    assert.match(warning, /^canvas\/factors\.md warning: The factor "voice" was in this guide, and no factor has this id now\. What teams said of it stay/)
    assert.match(warning, /give it the id "voice" back and change its title\. If it left on purpose, write voice under retired: in guide\.yaml\.$/)
    assert.deepEqual(clone.commit().said(), [warning])
    // Somebody who edits the file again hears it still, and nobody who has said that it left on purpose.
    assert.deepEqual(clone.edit('canvas/factors.md', text => text.replace('## Factor: ', '## Factor: The ')).commit().said(), [warning])
    assert.deepEqual(clone.edit('guide.yaml', text => `${text}retired: [voice]\n`).said(), [])
  })

  it('is among what a check says, until the id is said to have left on purpose', async () => {
    const clone = new Clone(root, 'checked').edit('canvas/factors.md', withoutFirstFactor)
    const [line, ...others] = await clone.checked()
    assert.match(line!, /canvas\/factors\.md:1:1 warning: The factor "voice" was in this guide/)
    assert.deepEqual(others, [])
    clone.edit('guide.yaml', text => `${text}retired:\n  - voice\n`)
    const {stdout, code} = await runDsg('check', clone.content)
    assert.doesNotMatch(stdout, /id-gone|retired/)
    assert.equal(code, 0)
  })

  for (const {what, path, from, to, says} of [
    {what: 'a factor', path: 'canvas/factors.md', from: 'id: voice ', to: 'id: voices ', says: 'factor "voice"'},
    {what: 'a canvas', path: 'canvas/factors.md', from: /^id: .+/m, to: 'id: other', says: 'canvas "inclusive-digital-transformation"'},
    {what: 'a framework', path: 'frameworks/england.md', from: /^id: .+/m, to: 'id: wales', says: 'framework "'},
    {what: 'a domain', path: 'frameworks/england.md', from: 'id: D3', to: 'id: D7', says: 'statement or domain "D3"'},
    {what: 'a statement', path: 'frameworks/england.md', from: 'id: rate-d3-remote', to: 'id: rate-d3-far', says: 'statement or domain "rate-d3-remote"'},
    {what: 'the guide', path: 'guide.yaml', from: /^id: .+/m, to: 'id: ours', says: 'guide "nhs-digital-skills-guide"'},
    {what: 'a module', path: 'pathways/staying-safe-with-data/spot-suspicious-email.md', from: /^id: .+/m, to: 'id: spot-it', says: 'module "spot-suspicious-email"'},
  ]) {
    it(`warns when ${what} gets another id`, () => {
      const warnings = new Clone(root, `renamed-${what.replace(' ', '-')}`).edit(path, text => text.replace(from, to)).said()
      assert.equal(warnings.length, 1, warnings.join('\n'))
      assert.ok(warnings[0]!.startsWith(`${path} warning: The ${says}`), warnings[0])
    })
  }

  it('warns of each id in a module that is deleted, at guide.yaml', () => {
    const clone = new Clone(root, 'deleted')
    const path = 'pathways/staying-safe-with-data/spot-suspicious-email.md'
    const ids = [...readFileSync(join(clone.content, path), 'utf8').matchAll(/<!-- id: ([\w-]+)/g)].map(([, id]) => id!)
    assert.ok(ids.length > 3)
    rmSync(join(clone.content, path))
    for (const warnings of [clone.said(), clone.commit().said()]) {
      assert.ok(warnings.every(words => words.startsWith('guide.yaml warning: ')))
      assert.equal(warnings.length, 1 + ids.length)
      for (const id of ['spot-suspicious-email', ...ids]) assert.ok(warnings.some(words => words.includes(`"${id}"`)), id)
    }
  })

  it('has nothing to say of a change of title, a question that moves to another module, or a file that moves', () => {
    const clone = new Clone(root, 'moved')
    const [from, to] = ['spot-suspicious-email', 'send-information-safely'].map(id => `pathways/staying-safe-with-data/${id}.md`)
    let moved = ''
    clone.edit(from!, text => text.replace(/^### Question[\s\S]*?(?=^### )/m, part => {
      moved = part
      return ''
    })).edit(to!, text => `${text}\n${moved}`)
      .edit('canvas/factors.md', text => text.replace(/^## Factor: .+/m, '## Factor: Another name').replace(/^title: .+/m, 'title: Another canvas'))
    assert.match(moved, /id: /)
    renameSync(join(clone.content, 'canvas/factors.md'), join(clone.content, 'canvas/inclusive-digital-transformation.md'))
    assert.deepEqual(clone.said(), [])
    assert.deepEqual(clone.commit().said(), [])
  })

  it('is quiet without a history, and where an organisation only switches off what the guide has', () => {
    const without = new Clone(root, 'no-history', {isCommitted: false}).edit('canvas/factors.md', withoutFirstFactor)
    assert.deepEqual(without.said(), [])
    const clone = new Clone(root, 'local')
    const local = temporaryFolder()
    writeFileSync(join(local, 'local.yaml'), 'without: {factors: [voice], modules: [spot-suspicious-email]}\nretired: [never-there]\n')
    assert.deepEqual(clone.said([local]), [])
  })

  it('says nothing of the shipped guide, whose history is here', () => {
    assert.deepEqual(goneIdDiagnostics(readLayers(SHIPPED, []).files, 0, linesEver(SHIPPED, mayHaveId) ?? new Map()), [])
  })
})
