import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, describe, it} from 'node:test'
import {REPOSITORY} from '../../cli/terminal/paths.js'
import {ensureNeeds, NEEDS} from '../../scripts/needs/needs.mjs'
import {suitesIn} from '../../scripts/suites/suites.mjs'

/** A machine with Debian's packages, of which none comes. */
const debian = (problem?: string, mayInstall = true) =>
  ({isDebian: () => true, mayInstall: () => mayInstall, install: async () => problem})

describe('what the checks need', () => {
  const suites = suitesIn().flat()

  it('stands in the table of test/README.md, with the suites that need it and Debian\'s packages', () => {
    const rows = readFileSync(join(REPOSITORY, 'test/README.md'), 'utf8').split('\n').filter(line => line.startsWith('| '))
    for (const [need, {debian}] of Object.entries(NEEDS)) {
      const row = rows.find(row => row.startsWith(`| ${need} `))
      assert.ok(row, `no row for ${need}`)
      for (const word of [...debian, ...suites.filter(({needs}) => needs?.includes(need)).map(({name}) => name)]) {
        assert.match(row, new RegExp(`\\b${word}\\b`), `${need}: ${word}`)
      }
    }
  })

  it('is known, whatever a suite names', () => {
    for (const {name, needs = []} of suites) for (const need of needs) assert.ok(NEEDS[need], `${name}: ${need}`)
  })
})

// Programs are looked for where PATH says; elsewhere than on Linux also where browsers usually are.
describe('a machine without browsers', {skip: process.platform !== 'linux'}, () => {
  const {PATH} = process.env
  afterEach(() => { process.env.PATH = PATH })
  const ask = (needs: string[], options: Parameters<typeof ensureNeeds>[1]) => {
    process.env.PATH = '/nowhere'
    return ensureNeeds(needs, {say: () => {}, ...options})
  }
  const sentenceOf = async (asked: Promise<unknown>): Promise<string> => {
    const {message} = await asked.then(() => assert.fail('It went on.'), error => error as Error)
    assert.match(message, /^The tests need [^\n]+, and try again\.$/)
    return message
  }

  it('ends in one sentence that says why nothing could be installed, and what to install', async () => {
    const said = await sentenceOf(ask(['chromium', 'webkit'], {ci: true, system: debian('Could not resolve the mirror')}))
    assert.match(said, /need Chromium \(or Chrome, or Edge\) and WebKitGTK/)
    assert.match(said, /apt could not install them \(Could not resolve the mirror\)/)
    assert.match(said, /"apt-get install --no-install-recommends chromium chromium-sandbox fonts-liberation fonts-dejavu-core webkit2gtk-driver .*xvfb"/)
  })

  it('ends in one sentence for somebody who may not install', async () => {
    const said = await sentenceOf(ask(['firefox'], {system: debian(undefined, false)}))
    assert.match(said, /need Firefox, and you may not install it here: have an administrator run "apt-get install/)
  })

  it('does not say that nothing may be installed when what apt installed is not found', async () => {
    const said = await sentenceOf(ask(['chromium'], {ci: true, system: debian()}))
    assert.match(said, /apt could not install it \(it says that it did, and it is not found\)/)
  })

  it('ends in one sentence where there is no apt', async () => {
    const system = {...debian(undefined, false), isDebian: () => false}
    assert.match(await sentenceOf(ask(['firefox'], {system})), /this cannot install it by itself: install it, and try again\.$/)
  })

  it('asks for no browser when no suite needs one', async () => {
    assert.deepEqual(await ask([], {ci: true, system: debian('no')}), new Set())
  })

  it('goes on without PHP, but not in CI', async () => {
    assert.deepEqual(await ask(['php'], {system: debian('no')}), new Set(['php']))
    assert.match(await sentenceOf(ask(['php'], {ci: true, system: debian('no')})), /need PHP/)
  })
})
