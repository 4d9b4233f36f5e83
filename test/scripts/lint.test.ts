import assert from 'node:assert/strict'
import {cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, it} from 'node:test'
import {REPOSITORY} from '../../cli/terminal/paths.js'
import {scriptFindings} from '../../scripts/lint/scripts.mjs'
import {temporaryFolder} from '../cli/run-dsg.js'

const folder = temporaryFolder()

/** A place with our rules and tools, and one file. */
function placeWith(text: string): string {
  const root = mkdtempSync(join(folder, 'place-'))
  for (const path of ['.oxlintrc.json', 'tsconfig.json']) cpSync(join(REPOSITORY, path), join(root, path))
  symlinkSync(join(REPOSITORY, 'node_modules'), join(root, 'node_modules'))
  mkdirSync(join(root, 'components'))
  writeFileSync(join(root, 'components/made.ts'), text)
  return root
}

describe('the lint', () => {
  it('finds what only types can tell, and what is out of form, each with its line', () => {
    const root = placeWith('const later = () => Promise.resolve(1)\n\nlater()\nexport const text = "double";\n')
    const {files, findings} = scriptFindings(['components'], {root})
    assert.equal(files, 1)
    assert.deepEqual(findings.map(({path, line, rule}) => `${path}:${line} ${rule}`).sort(), [
      'components/made.ts:3 typescript(no-floating-promises)',
      'components/made.ts:4 @stylistic(quotes)',
      'components/made.ts:4 @stylistic(semi)',
    ])
  })

  it('mends what needs no judgement', () => {
    const root = placeWith('export const text = "double"\n')
    assert.deepEqual(scriptFindings(['components'], {root, fix: true}).findings, [])
    assert.equal(readFileSync(join(root, 'components/made.ts'), 'utf8'), "export const text = 'double'\n")
  })

  it('says so when its configuration is wrong', () => {
    const root = placeWith('')
    writeFileSync(join(root, '.oxlintrc.json'), '{"rules": {"no-such-plugin/rule": 1, ')
    assert.throws(() => scriptFindings(['components'], {root}), /oxlint did not run\. Is \.oxlintrc\.json as it takes it\?/)
  })
})
