import assert from 'node:assert/strict'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, it} from 'node:test'
import {REPOSITORY} from '../../cli/terminal/paths.js'

/** What each file calls its own alike, and means alike: a controller's element, what a command was asked for. */
const ALIKE = ['Host', 'Wanted']

function declared(): Map<string, string[]> {
  const names = new Map<string, string[]>()
  for (const home of ['components', 'cli']) {
    const files = readdirSync(join(REPOSITORY, home), {recursive: true, encoding: 'utf8'}).filter(name => name.endsWith('.ts'))
    for (const file of files) {
      const text = readFileSync(join(REPOSITORY, home, file), 'utf8')
      for (const [, name] of text.matchAll(/^(?:export )?(?:abstract )?(?:interface|type|class) (\w+)/gm)) {
        names.set(name!, [...names.get(name!) ?? [], `${home}/${file}`])
      }
    }
  }
  return names
}

describe('names', () => {
  it('of types are given once, so that each has one meaning', () => {
    const names = declared()
    assert.ok(names.size > 300, `${names.size}`)
    const twice = [...names].filter(([name, files]) => files.length > 1 && !ALIKE.includes(name))
    assert.deepEqual(twice, [])
  })

  it('in the glossary of components/README.md are explained where they live', () => {
    const readme = readFileSync(join(REPOSITORY, 'components/README.md'), 'utf8')
    const rows = readme.slice(readme.indexOf('\n## Words\n'), readme.indexOf('\n## A new element\n'))
      .split('\n').filter(line => line.startsWith('| ')).slice(1)
    assert.ok(rows.length >= 25, `${rows.length}`)
    const paths = rows.flatMap(row => [...row.split('|').at(-2)!.matchAll(/`([^`]+)`/g)].map(([, path]) => path!))
    assert.deepEqual(paths.filter(path => !existsSync(join(REPOSITORY, path.startsWith('cli/') ? '' : 'components', path))), [])
  })
})
