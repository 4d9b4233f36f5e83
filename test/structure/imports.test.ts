import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {before, describe, it} from 'node:test'
import {REPOSITORY} from '../../cli/terminal/paths.js'
import {betweenFolders, circles, floorsOf, homeless, importsOf, wrongWays, type Imports} from './imports.js'

const HOUSE = ['components', 'cli', 'scripts']
const AROUND = ['bench', 'test', 'stories', 'hosts']
/** Programs of their own, with their own tools: what they hold is not ours to order. */
const APART = ['hosts/wordpress', 'hosts/sharepoint/spfx', 'test/hosts/wordpress']

function filesIn(folder: string): string[] {
  return readdirSync(join(REPOSITORY, folder), {recursive: true, encoding: 'utf8'})
    .map(name => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter(path => /\.(?:ts|mjs|js)$/.test(path) && !/node_modules|\/dist\//.test(path))
    .filter(path => !APART.some(apart => path.startsWith(`${apart}/`)))
}

/** The lines of `components/README.md` that say which way imports point, by the folder whose rooms they order. */
function orders(): [home: string, floors: string[][]][] {
  const readme = readFileSync(join(REPOSITORY, 'components/README.md'), 'utf8')
  return [...readme.matchAll(/^ {4}(\.|[\w/]+) {2,}(.+->.+)$/gm)].map(([, home, line]) => [home === '.' ? '' : home!, floorsOf(line!)])
}

describe('imports', () => {
  let imports: Imports
  before(() => {
    const files = [...HOUSE, ...AROUND].flatMap(filesIn)
    imports = importsOf(files, file => readFileSync(join(REPOSITORY, file), 'utf8'))
  })
  const ofTheHouse = (): Imports => new Map([...imports].filter(([file]) => HOUSE.some(home => file.startsWith(`${home}/`))))

  it('are all read', () => {
    const all = [...imports.values()].reduce((sum, each) => sum + each.size, 0)
    assert.ok(imports.size > 600 && all > 2000, `${imports.size} files, ${all} imports`)
  })

  it('go round in no circle, of files or of folders', () => {
    assert.deepEqual(circles(imports), [])
    assert.deepEqual(circles(betweenFolders(ofTheHouse())), [])
  })

  it('point one way between layers and between rooms, as components/README.md says', () => {
    const told = orders()
    assert.ok(told.length >= 10, 'the lines in components/README.md were not found')
    for (const [home, floors] of told) assert.deepEqual(wrongWays(imports, floors, home), [], home)
  })

  it('come from files that all have a floor', () => {
    for (const [home, floors] of orders()) {
      assert.deepEqual(homeless([...imports.keys()].filter(file => !home || file.startsWith(`${home}/`)), floors, home), [], home)
    }
  })
})

/** A small house, to show that each fault is found. */
function house(files: Record<string, string>): Imports {
  return importsOf(Object.keys(files), file => files[file]!)
}

describe('a fault in imports', () => {
  const floors = floorsOf('cli -> state -> model, search')

  it('is found between two files, however they import', () => {
    for (const back of [
      'import {a} from \'./a.js\'', 'import type {A} from \'./a.js\'', 'export * from \'./a.js\'', 'const a = import(\'./a.js\')',
      'let a: import(\'./a.js\').A', 'import \'./a.js\'',
    ]) {
      assert.deepEqual(circles(house({'m/a.ts': 'import {b} from \'./b.js\'', 'm/b.ts': back})).map(each => each.sort()),
        [['m/a.ts', 'm/b.ts']], back)
    }
  })

  it('is found between folders, where no two files make a circle', () => {
    const found = house({
      'm/x/a.ts': 'import {b} from \'../y/b.js\'', 'm/y/b.ts': '', 'm/y/c.ts': 'import type {D} from \'../x/d.js\'', 'm/x/d.ts': '',
    })
    assert.deepEqual(circles(found), [])
    assert.deepEqual(circles(betweenFolders(found)).map(each => each.sort()), [['m/x', 'm/y']])
  })

  it('is found when it points up, or to the side', () => {
    const found = house({
      'state/a.ts': 'import type {B} from \'../cli/b.js\'', 'cli/b.ts': 'import {c} from \'../model/c.js\'',
      'model/c.ts': 'const d = import(\'../search/d.js\')', 'search/d.ts': '',
    })
    assert.deepEqual(wrongWays(found, floors, ''), ['state/a.ts -> cli/b.ts', 'model/c.ts -> search/d.ts'])
  })

  it('is none when it points down, over as many floors as it likes', () => {
    const found = house({'cli/a.mjs': 'import {b} from \'../model/b.js\'', 'model/b.ts': 'import \'./c.js\'', 'model/c.ts': ''})
    assert.deepEqual([wrongWays(found, floors, ''), circles(found)], [[], []])
  })

  it('is found in a file that stands on no floor', () => {
    assert.deepEqual(homeless(['cli/a.ts', 'desk/b.ts'], floors, ''), ['desk/b.ts'])
  })
})
