import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, it} from 'node:test'
import {parse} from 'yaml'
import {REPOSITORY} from '../../cli/terminal/paths.js'
import {WORKFLOWS, workflowFindings} from '../../scripts/lint/workflows.mjs'
import {temporaryFolder} from '../cli/run-dsg.js'
import {writeGuide} from '../cli/sample-guide.js'

interface Job {
  steps?: {run?: string}[]
  permissions?: object
  strategy?: {matrix: {node: number[]}}
}
interface Workflow { permissions: object; jobs: Record<string, Job> }

const folder = temporaryFolder()
interface About { version: string; engines: {node: string} }

const {version, engines} = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8')) as About
const workflows = readdirSync(join(REPOSITORY, WORKFLOWS)).map(name => {
  const text = readFileSync(join(REPOSITORY, WORKFLOWS, name), 'utf8')
  return {name, text, ...parse(text) as Workflow}
})
const jobs = workflows.flatMap(({jobs}) => Object.values(jobs))
const commands = jobs.flatMap(({steps = []}) => steps.flatMap(({run}) => run?.trim().split('\n') ?? []))

/** Tried here, with its files elsewhere than where somebody works. */
const TRIED = new Map([
  ['npm run dsg -- check content', (command: string) => command],
  ['npm run dsg -- build content --out site', (command: string) => command.replace('--out site', `--out ${folder}/site`)],
  ['npm run release:files -- --tag "$GITHUB_REF_NAME"', (command: string) =>
    `${command} --content ${writeGuide(join(folder, 'content'))} --out ${folder}/release site wordpress scorm12`],
])

const NOT_TRIED = new Map([
  ['bash .ci/run', 'it runs this test'],
  ['npm ci', 'scripts/setup/setup.mjs has run it before any test'],
  ['git config --global --add safe.directory "$GITHUB_WORKSPACE"', 'it changes the settings of whoever runs it'],
  ['gh release create "$GITHUB_REF_NAME" --draft --verify-tag --title "$GITHUB_REF_NAME" --generate-notes release/*',
    'it needs a tag on the host'],
  ['npm publish ./release/*.tgz --provenance --access public', 'it publishes'],
])

describe('the workflows', () => {
  it('run no command that is not tried here, or known for why it cannot be', () => {
    assert.deepEqual([...new Set(commands)].sort(), [...TRIED.keys(), ...NOT_TRIED.keys()].sort())
  })

  for (const [command, harmless] of TRIED) {
    it(`can run ${command}`, () => {
      const {status, stdout, stderr} = spawnSync('sh', ['-c', harmless(command)],
        {cwd: REPOSITORY, encoding: 'utf8', env: {...process.env, GITHUB_REF_NAME: `v${version}`}})
      assert.equal(status, 0, stdout + stderr)
    })
  }

  it('take every action of others by the hash of a commit, and say its version', () => {
    const loose = workflows.flatMap(({name, text}) => [...text.matchAll(/uses: (.+)/g)].map(([, used]) => `${name}: ${used}`))
      .filter(used => !/: \.\/|: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(used))
    assert.deepEqual(loose, [])
  })

  it('have no right that a job does not name', () => {
    for (const {name, permissions, jobs} of workflows) {
      const rights = [permissions, ...Object.values(jobs).flatMap(job => job.permissions ?? [])]
      assert.ok(rights.every(each => typeof each === 'object'), `${name}: name the rights one by one`)
      assert.ok(!Object.values(permissions).includes('write'), `${name}: give the right to write to a job`)
    }
  })

  it('check with the oldest Node that is promised', () => {
    const [oldest] = jobs.flatMap(({strategy}) => strategy?.matrix.node ?? [])
    assert.match(engines.node, new RegExp(`^>=${oldest}\\.`))
  })

  it('are read for faults, such as the text of strangers in a command', async () => {
    mkdirSync(join(folder, WORKFLOWS), {recursive: true})
    writeFileSync(join(folder, WORKFLOWS, 'bad.yml'), 'name: Bad\non: issues\njobs:\n  greet:\n    runs-on: ubuntu-24.04\n    steps:\n'
      + '      - run: echo ${{ github.event.issue.title }}\n')
    const {files, findings} = await workflowFindings(folder)
    assert.equal(files, 1)
    assert.match(findings.map(({path, line, problem}) => `${path}:${line}: ${problem}`).join('\n'),
      /^\.github\/workflows\/bad\.yml:7: .*potentially untrusted/)
  })
})

describe('the files of a release', () => {
  const made = (...words: string[]) =>
    spawnSync('npm', ['run', '--silent', 'release:files', '--', ...words], {cwd: REPOSITORY, encoding: 'utf8'})

  it('are there whole, with checksums that hold', () => {
    const release = join(folder, 'release')
    const names = ['site.zip', 'wordpress.zip'].map(name => `digital-skills-guide-${version}-${name}`)
    const expected = ['SHA256SUMS', ...names, `safe-work-${version}-scorm12.zip`]
    assert.deepEqual(readdirSync(release).sort(), expected)
    for (const line of readFileSync(join(release, 'SHA256SUMS'), 'utf8').trim().split('\n')) {
      const [sum, name = ''] = line.split('  ')
      assert.equal(sum, createHash('sha256').update(readFileSync(join(release, name))).digest('hex'), name)
    }
  })

  it('are not made for a tag that is not the version', () => {
    const {status, stderr} = made('--tag', 'v99.0.0', '--out', join(folder, 'never'))
    assert.equal(status, 1)
    assert.match(stderr, new RegExp(`The tag is v99\\.0\\.0, and package\\.json says ${version}`))
    assert.equal(existsSync(join(folder, 'never')), false)
  })

  it('do not take the place of files of somebody else', () => {
    writeFileSync(join(folder, 'content/mine.txt'), 'mine')
    const {status, stderr} = made('--out', join(folder, 'content'), 'site')
    assert.equal(status, 1)
    assert.match(stderr, /has files that are not a release's/)
    assert.ok(existsSync(join(folder, 'content/mine.txt')))
  })
})
