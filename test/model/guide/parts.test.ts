import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, it} from 'node:test'
import {REPOSITORY} from '../../../cli/terminal/paths.js'
import {ModuleElement} from '../../../components/elements/shared/base/module-element.js'
import {embedBuilderStrings} from '../../../components/elements/embed-builder/embed-builder.strings.js'
import {PART_NAMES, PARTS, type Part, type PartName} from '../../../components/model/guide/parts.js'

/** What elements on a page take besides their own. */
const EVERY = ['src', 'heading-level', 'guide-href', 'shared-computer', 'allow-images']

const read = (path: string): string => readFileSync(join(REPOSITORY, path), 'utf8')
const those = (keep: (part: Part, name: PartName) => unknown): PartName[] => PART_NAMES.filter(name => keep(PARTS[name], name))
const found = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(match => match[1]!)
const sorted = (names: Iterable<string>): string[] => [...names].sort()
const attributesOf = (name: PartName): string[] => Object.keys(PARTS[name].attributes)

const FOR_PAGES = those(({only}) => !only)
const IN_FRAMES = those(({show}) => show)

/** The rows of a page's table that say `like this` in the first cell: that, and what is said like this in the others. */
function rows(page: string, pattern = /^\| `(?:dsg-)?([a-z-]+)`(.*)\|$/gm): [name: string, attributes: string[]][] {
  return [...read(page).matchAll(pattern)].map(([, name, rest]) => [name!, found(rest!, /`([a-z-]+)(?:="[^"]*")?`/g)])
}

describe('what can be embedded', () => {
  it('takes the attributes that its element has', async () => {
    for (const name of PART_NAMES) {
      const its = attributesIn(await classOf(name)).filter(attribute => !EVERY.includes(attribute))
      assert.deepEqual(sorted(attributesOf(name)), sorted(its), name)
    }
  })

  it('is named by an attribute that it has', () => {
    for (const name of PART_NAMES) {
      const {names, isNamed, attributes} = PARTS[name]
      assert.ok(names ? attributes[names] === 'id' : !isNamed, name)
    }
  })

  it('is loaded by dsg.js, but for what other elements bring along', async () => {
    const loader = read('components/embed/dsg.ts')
    const loaded = those(({only}) => only !== 'inside')
    assert.deepEqual(found(loader, /^ {2}'dsg-([a-z-]+)': \(\) => import\(/gm), sorted(loaded))
    assert.deepEqual(found(loader, /import\('\.\.\/elements\/([a-z-]+)\/define\.js'\)/g), sorted(loaded))
    // It asks ahead for what these ask for.
    const [, alone = ''] = /-\(\?:([\w|-]+)\)\$/.exec(loader) ?? []
    const classes = await Promise.all(PART_NAMES.map(async name => [name, await classOf(name)] as const))
    assert.deepEqual(sorted(alone.split('|')),
      sorted(classes.filter(([, {prototype}]) => prototype instanceof ModuleElement).map(([name]) => name)))
  })

  it('is in dsg-all.js, but for what only the built site shows', () => {
    assert.deepEqual(found(read('components/embed/all.ts'), /^import '\.\.\/elements\/([a-z-]+)\/define\.js'$/gm),
      sorted(those(({only}) => only !== 'site')))
  })

  it('has a class that the package exports', () => {
    const lines = found(read('components/index.ts'), /^export \{Dsg\w+\} from '\.\/elements\/([a-z-]+)\/\1\.js'$/gm)
    assert.deepEqual(sorted(lines), sorted(PART_NAMES))
  })

  it('is named by the embed builder when it has a page to link to', () => {
    assert.deepEqual(sorted(Object.keys(embedBuilderStrings.en.shows)), sorted(those(({page}) => page)))
  })

  it('has a row in the elements\' README', () => {
    const table = rows('components/elements/README.md', /^\| `dsg-([a-z-]+)` \|(?! the learner)(.*)\|$/gm)
    const named = table.filter(([name]) => PART_NAMES.some(each => each === name))
    assert.deepEqual(sorted(named.map(([name]) => name)), sorted(those(({only}) => only !== 'inside')))
    for (const [name, attributes] of named) assert.deepEqual(own(attributes), attributesOf(name as PartName), name)
  })

  it('has a row in the README of the frame', () => {
    const byShow = new Map(IN_FRAMES.map(name => [PARTS[name].show!, name]))
    const table = rows('components/embed/frame.md')
    assert.deepEqual(table.map(([show]) => show), [...byShow.keys()])
    for (const [show, attributes] of table) assert.deepEqual(attributes, attributesOf(byShow.get(show)!), show)
  })
})

describe('what can be embedded in WordPress', () => {
  it('is what stands on pages, with all its attributes', () => {
    const [, table = ''] = /const ELEMENTS = \[\n([^]*?)\n\];/.exec(read('hosts/wordpress/includes/attributes.php')) ?? []
    const parts = [...table.matchAll(/^ {2}'([a-z-]+)' => \[(.*)\],$/gm)].map(([, name, attributes]) =>
      [name, Object.fromEntries([...attributes!.matchAll(/'([a-z-]+)' => '(\w+)'/g)].map(([, key, holds]) => [key, holds]))])
    assert.deepEqual(parts, FOR_PAGES.map(name => [name, PARTS[name].attributes]))
  })

  it('is offered by the block when it can stand by itself', () => {
    const editor = read('hosts/wordpress/block/editor.js')
    const offered = [...editor.matchAll(/^ {4}\{value: '([a-z-]+)', label: .+?\)(?:, of: '(\w+)')?\},$/gm)]
    assert.deepEqual(offered.map(([, name, of]) => [name, of]),
      IN_FRAMES.map(name => [name, PARTS[name].isNamed && PARTS[name].names]))
    const sure = found(/WITH_CONFIDENCE = \[(.*)\]/.exec(editor)?.[1] ?? '', /'([a-z-]+)'/g)
    assert.deepEqual(sure, those(({attributes}) => attributes['with-confidence']))
    const known = new Set(['show', 'heading-level', ...IN_FRAMES.flatMap(attributesOf)])
    const {attributes} = JSON.parse(read('hosts/wordpress/block/block.json')) as {attributes: object}
    assert.deepEqual(Object.keys(attributes).filter(name => !known.has(name)), [])
  })

  it('has a row in the README, and no second line around it when it has the focus', () => {
    const named = [...read('hosts/wordpress/README.md').matchAll(/^\| (?!`show`)((?:`[a-z-]+`(?:, )?)+)(?: \([^|]*\))? \|(.*)\|$/gm)]
    const table = new Map(named.flatMap(([, names, rest]) =>
      found(names!, /`([a-z-]+)`/g).map(name => [name, found(rest!, /`([a-z-]+)(?:="[^"]*")?`/g)])))
    assert.deepEqual(Object.fromEntries(table), Object.fromEntries(FOR_PAGES.map(name => [name, attributesOf(name)])))
    assert.deepEqual(sorted(found(read('hosts/wordpress/css/focus.css'), /dsg-([a-z-]+):focus/g)), sorted(FOR_PAGES))
  })
})

it('SharePoint\'s web part offers what can stand by itself', () => {
  const part = read('hosts/sharepoint/spfx/src/webparts/digitalSkillsGuide/DigitalSkillsGuideWebPart.ts')
  assert.deepEqual(found(part, /^ {4}\{key: '([a-z-]+)', text: strings\.Show\w+\},$/gm), IN_FRAMES)
})

/** Those of an element's own, of all that a text names. */
function own(attributes: string[]): string[] {
  return attributes.filter(attribute => !EVERY.includes(attribute) && !attribute.includes('.'))
}

interface ElementClass { prototype: object; elementProperties: Map<string, {attribute?: string | boolean; state?: boolean}> }

async function classOf(name: PartName): Promise<ElementClass> {
  const module = await import(`../../../components/elements/${name}/${name}.js`) as Record<string, ElementClass>
  const title = name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())
  return module[`Dsg${title}`]!
}

function attributesIn({elementProperties}: ElementClass): string[] {
  return [...elementProperties].flatMap(([name, {attribute = true, state}]) =>
    attribute === false || state ? [] : [typeof attribute === 'string' ? attribute : name.toLowerCase()])
}
