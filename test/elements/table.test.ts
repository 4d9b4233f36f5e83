import {expect} from 'chai'
import '../../components/elements/module/define.js'
import type {DsgModule} from '../../components/elements/module/module.js'
import {plainText, type Block, type Inline, type Table, type TableCell} from '../../components/model/guide/document.js'
import type {Module} from '../../components/model/guide/module.js'
import {changedGuide, guide, shippedGuide} from '../../stories/content.js'
import {find, findAll, html, show} from './screen.js'

const WIDTHS = [240, 320, 375, 560, 700, 1000]

/** The words that somebody sees: nothing that is not drawn, or is clipped to nothing. */
function seen(node: Node): string {
  if (node instanceof Text) return node.data
  if (node instanceof Element) {
    const {display, clipPath, visibility} = getComputedStyle(node)
    if (display === 'none' || visibility === 'hidden' || clipPath === 'inset(50%)') return ''
  }
  return [...node.childNodes].map(seen).join('')
}

const folded = (words: string): string => words.replace(/\s+/g, ' ').trim()

/** Is a table shown as cards here? */
const isStacked = (table: Element): boolean => getComputedStyle(table).display !== 'table'

/** What a person cannot see of a table, where each row of cards has to say all of its columns' names. */
function lost(table: HTMLTableElement): string[] {
  const heads = [...table.tHead!.rows[0]!.cells].map(({textContent}) => folded(textContent))
  const rows = [...table.tBodies[0]!.rows]
  const all = folded(seen(table))
  const missing = [...heads, ...rows.flatMap(row => findAll('.cell', row).map(cell => folded(cell.textContent)))].filter(each => !all.includes(each))
  return !isStacked(table) ? missing : [...missing, ...rows.flatMap(row => heads.slice(0, row.cells.length).filter((head, i) =>
    !folded(seen(row.cells[i]!)).startsWith(head)))]
}

const text = (value: string): Inline => ({type: 'text', value})
const cell = (...children: Inline[]): TableCell => ({type: 'tableCell', children})

function made(rows: TableCell[][], align: Table['align'] = []): Table {
  return {type: 'table', align, children: rows.map(children => ({type: 'tableRow', children}))}
}

const plain = (rows: string[][], align?: Table['align']): Table => made(rows.map(row => row.map(each => cell(text(each)))), align)

const TABLES: Record<string, Table> = {
  'of 1 column': plain([['Never share'], ['A code'], ['A PIN']]),
  'of 2, whose first heading is all that tells bad from good': plain([['Do not write', 'Because'], ['Bed 4, Mrs Khan', 'Anyone can read it']]),
  'of 3, one aligned right': plain([['Ward', 'Beds', 'Note'], ['North', '12', 'open']], [null, 'right', null]),
  'whose first column is aligned': plain([['Number', 'Sign'], ['1', 'It is urgent']], ['right', null]),
  'of 6 columns': plain([['A one', 'B two', 'C three', 'D four', 'E five', 'F six'], ['1', '2', '3', '4', '5', '6']]),
  'with no heading over the first column': plain([['', 'Monday'], ['Morning', 'Open']]),
  'with nothing but its headings': plain([['Your name', 'Your ward']]),
  'with an empty cell': plain([['Say', 'Not'], ['', 'Commence']]),
  'with marks, a link and a local detail in its headings': made([
    [cell({type: 'strong', children: [text('Who')]}, text(' to ask')), cell({type: 'setting', name: 'it_service_desk', fallback: [text('the desk')]})],
    [cell(text('Passwords')), cell({type: 'link', url: 'https://example.nhs.uk/', children: [text('this page')]})],
  ]),
}

function moduleOf(...blocks: Block[]): Module {
  const [module] = guide.modules
  return {...module!, pages: [{...module!.pages[0]!, children: blocks}]}
}

async function shownTables(module: Module, width: number, settings: Record<string, string> = {}): Promise<HTMLTableElement[]> {
  const loaded = changedGuide({modules: [module], settings})
  const element = await show<DsgModule>(html`<dsg-module .guide=${loaded} module=${module.id} one-page></dsg-module>`, width)
  return findAll<HTMLTableElement>('table', element.shadowRoot!)
}

describe('a table', () => {
  for (const [name, table] of Object.entries(TABLES)) {
    it(`${name} loses no word at any width, in either direction`, async () => {
      for (const width of WIDTHS) {
        for (const settings of [{} as Record<string, string>, {it_service_desk: 'Marsh Vale IT, ext 4444'}]) {
          const [shown] = await shownTables(moduleOf(table), width, settings)
          expect(lost(shown!), `${width} px`).to.deep.equal([])
          shown!.dir = 'rtl'
          expect(lost(shown!), `${width} px, right to left`).to.deep.equal([])
        }
      }
    })
  }

  it('is one of cards on a phone and has columns on a desk, so that both were looked at', async () => {
    const at = async (width: number) => isStacked((await shownTables(moduleOf(TABLES['of 6 columns']!), width))[0]!)
    expect([await at(320), await at(1000)]).to.deep.equal([true, false])
  })

  it('of the guide loses no word on a phone, in any module', async () => {
    const loaded = shippedGuide()
    const missing: string[] = []
    let count = 0
    for (const module of guide.modules) {
      const written = module.pages.flatMap(({children}) => children.filter(block => block.type === 'table'))
      const element = await show<DsgModule>(html`<dsg-module .guide=${loaded} module=${module.id} one-page></dsg-module>`, 320)
      const tables = findAll<HTMLTableElement>('table', element.shadowRoot!)
      count += tables.length
      expect(tables.length).to.be.at.least(written.length)
      for (const [i, {children: [head]}] of written.entries()) {
        const all = folded(seen(tables[i]!))
        missing.push(...head!.children.map(each => folded(plainText([each]))).filter(each => !all.includes(each)))
      }
      missing.push(...tables.flatMap(table => lost(table).map(each => `${module.id}: ${each}`)))
      element.parentElement!.remove()
    }
    expect(count).to.be.above(40)
    expect(missing).to.deep.equal([])
  })

  it('says a column\'s name to a screen reader once, as the heading of the column', async () => {
    const [shown] = await shownTables(moduleOf(TABLES['of 3, one aligned right']!), 320)
    for (const label of findAll('.column', shown)) expect(label.getAttribute('aria-hidden')).to.equal('true')
    expect(findAll('[role=columnheader]', shown).map(({textContent}) => folded(textContent))).to.deep.equal(['Ward', 'Beds', 'Note'])
    expect(find('[role=rowheader] .cell', shown)!.textContent).to.equal('North')
  })
})
