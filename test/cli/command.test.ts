import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import {describe, it} from 'node:test'
import {COMMANDS} from '../../cli/commands.js'
import {CommandError} from '../../cli/terminal/command-error.js'
import {command, understood} from '../../cli/terminal/command.js'
import {helpOn, overview} from '../../cli/terminal/help.js'
import {REPOSITORY} from '../../cli/terminal/paths.js'
import {slashed} from '../../cli/terminal/slashed.mjs'
import {runDsg} from './run-dsg.js'

describe('the commands of dsg', () => {
  for (const {name, options} of COMMANDS) {
    it(`are in both kinds of help with all their options: ${name}`, async () => {
      const one = helpOn(COMMANDS, name.split(' '))
      for (const option of Object.keys(options)) {
        const line = new RegExp(`^ +--${option}(?: \\S.*)? {2,}\\S`, 'm')
        assert.match(one, line)
        assert.match(overview(COMMANDS), line)
      }
      assert.ok(overview(COMMANDS).includes(`  dsg ${name} `))
    })
  }

  it('say the same for "dsg help check" and "dsg check --help"', async () => {
    const written = [['help', 'check'], ['check', 'content', '--help'], ['--help']]
    const [asked, after, all] = await Promise.all(written.map(words => runDsg(...words)))
    assert.equal(asked?.code, 0)
    assert.equal(asked.stdout, helpOn(COMMANDS, ['check']))
    assert.equal(after?.stdout, asked.stdout)
    assert.ok(all?.stdout.includes(overview(COMMANDS)))
  })

  it('are those that the README names', () => {
    const [, named = ''] = /^\| `cli\/` \| `dsg`: (.+) \|$/m.exec(readFileSync(`${REPOSITORY}README.md`, 'utf8')) ?? []
    const kinds = new Set(COMMANDS.map(({name}) => name.split(' ')[0]!))
    assert.deepEqual(named.split(', ').sort(), [...kinds].sort())
  })

  const manuals = readdirSync(REPOSITORY, {recursive: true, encoding: 'utf8'})
    .map(path => slashed(path))
    .filter(path => path.endsWith('.md') && !/^(?:CHANGELOG|content\/pathways|dist|\.cache)|node_modules/.test(path))
  for (const path of manuals) {
    const text = readFileSync(`${REPOSITORY}${path}`, 'utf8')
    const written = [...text.matchAll(/(?:^ {4,}|`)(?:npm run (?:-s )?dsg --|dsg) ([a-z][^`\n>]+)/gm)]
    if (!written.length) continue
    it(`take what ${path} says to write`, () => {
      for (const [whole, line = ''] of written) {
        const words = (line.match(/"[^"]*"|\S+/g) ?? []).map(word => word.replace(/^"(.*)"$/, '$1'))
        // To name a command is not to tell how it is written.
        if (COMMANDS.some(({name}) => `${name} `.startsWith(`${words.join(' ')} `))) continue
        assert.doesNotThrow(() => understood(COMMANDS, words), whole)
      }
    })
  }
})

describe('what is written after dsg', () => {
  const sample = [
    command({
      name: 'copy',
      words: 'NAME [folder]',
      says: 'make a copy',
      options: {
        out: {value: 'DIR', says: 'where', needs: 'Say where.'},
        kind: {oneOf: ['deep', 'flat'], default: 'deep', says: 'how'},
        with: {value: 'DIR', repeats: true, says: 'what else'},
        quick: {says: 'not all'},
        port: {value: 'N', says: 'through'},
      },
      run: async () => 0,
    }),
    command({name: 'tell all', words: '[folder]', says: 'tell', options: {}, run: async () => 0}),
    command({name: 'tell some', words: 'FILE...', says: 'tell', options: {of: {value: 'X', says: 'of'}}, run: async () => 0}),
  ]
  const asked = (...words: string[]) => understood(sample, words).asked

  it('is values, words and a folder', () => {
    const {values, words, folder} = asked('copy', 'me', '--out', 'x', '--with', 'a', '--with=b')
    assert.deepEqual({...values}, {out: 'x', kind: 'deep', with: ['a', 'b'], quick: false})
    assert.deepEqual({words, folder}, {words: ['me'], folder: 'content'})
    assert.deepEqual(asked('copy', 'me', 'there', '--quick', '--out=-x').folder, 'there')
  })

  it('may have options before the second word of its name', () => {
    const {command, asked} = understood(sample, ['tell', '--of', 'all', 'some', 'a', 'b', 'c'])
    assert.equal(command.name, 'tell some')
    assert.deepEqual(asked.words, ['a', 'b', 'c'])
  })

  const refused: {words: string; says: RegExp}[] = [
    {words: 'coppy', says: /^There is no command "coppy"\. Did you mean "copy"\? There are: copy, tell\.$/},
    {words: 'constructor', says: /no command "constructor"/},
    {words: 'tell', says: /^"dsg tell" needs another word\. Write: dsg tell all\|some$/},
    {words: 'tell sme', says: /^There is no "dsg tell sme"\. Did you mean "some"\? Write: dsg tell all\|some$/},
    {words: 'copy me', says: /^Say where\.$/},
    {words: 'copy me --out', says: /^--out needs a value, such as --out DIR\. Run "dsg help copy"/},
    {words: 'copy me --out --quick', says: /^--out needs a value, such as --out DIR\./},
    {words: 'copy me --out x --quick=yes', says: /^--quick takes no value, such as "yes"\./},
    {words: 'copy me --out x --kind depe', says: /^"depe" is not a kind\. Did you mean "deep"\? Write --kind deep or --kind flat\./},
    {words: 'copy me --out x --qick', says: /^"dsg copy" has no option --qick\. Did you mean "--quick"\? Run "dsg help copy"/},
    {words: 'copy me --out x -q', says: /^"dsg copy" has no option -q\./},
    {words: 'copy me --out x --constructor y', says: /^"dsg copy" has no option --constructor\./},
    {words: 'copy me one two --out x', says: /^Name one folder only, not one and two\.$/},
    {words: 'tell all --of x', says: /^"dsg tell all" has no option --of\./},
  ]
  for (const {words, says} of refused) {
    it(`is refused in plain words: ${words}`, () => {
      assert.throws(() => asked(...words.split(' ')), error => error instanceof CommandError && says.test(error.message))
    })
  }

  it('is a report, when the word is nearly one and there is no such file', () => {
    assert.throws(() => understood(COMMANDS, ['report', 'conten']), /no file "conten"\. Did you mean "dsg report content"\?/)
  })
})
