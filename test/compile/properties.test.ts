import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import fc from 'fast-check'
import {applyFixes} from '../../components/compile/source/apply-fixes.js'
import {compileModule} from '../../components/compile/files/module.js'
import {tidyPaste} from '../../components/compile/markdown/word-paste.js'
import {isSafeLink} from '../../components/model/guide/document.js'
import {markdownSoup} from './markdown-soup.js'
import {addresses, moduleNodes, unknownNodes} from './tree.js'

const compile = (text: string, standalone = false) => compileModule({path: 'pathways/a/soup.md', text}, {standalone})

describe('any text', () => {
  it('is compiled without a fault of ours, into known nodes and safe addresses', () => {
    fc.assert(fc.property(markdownSoup, fc.boolean(), (text, standalone) => {
      const {module, diagnostics} = compile(text, standalone)
      assert.deepEqual(diagnostics.filter(({code}) => code === 'internal'), [])
      if (!module) return
      const nodes = moduleNodes(module)
      assert.deepEqual(unknownNodes(nodes), [])
      assert.deepEqual(addresses(nodes).filter(url => !isSafeLink(url)), [])
      const named = nodes.flatMap(node => node.type === 'activity' ? node.questions : [])
      assert.deepEqual(named, module.questions.map(({id}) => id))
      assert.equal(new Set(named).size, named.length)
    }), {numRuns: 500})
  })

  it('has its faults where they are: inside the file, in order', () => {
    fc.assert(fc.property(markdownSoup, text => {
      const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)
      const {diagnostics} = compile(text)
      for (const {line, column} of diagnostics) {
        assert.ok(line >= 1 && line <= lines.length, `line ${line}`)
        assert.ok(column >= 1 && column <= lines[line - 1]!.length + 1, `column ${column}`)
      }
      assert.deepEqual(diagnostics.map(({line}) => line), diagnostics.map(({line}) => line).sort((a, b) => a - b))
    }), {numRuns: 300})
  })

  it('is fixed in one go: nothing is left to fix', () => {
    fc.assert(fc.property(markdownSoup, text => {
      const fixed = applyFixes(text, compile(text).diagnostics).text
      assert.deepEqual(compile(fixed).diagnostics.filter(({fix}) => fix), [])
      assert.equal(applyFixes(fixed, compile(fixed).diagnostics).text, fixed)
    }), {numRuns: 500})
  })

  it('reads the same before and after tidying and ids', () => {
    fc.assert(fc.property(markdownSoup, text => {
      const {module, diagnostics} = compile(text)
      // A line with another fix is left as it is: that one changes what is read, as it should.
      const others = new Set(diagnostics.flatMap(({code, fix}) =>
        fix && code !== 'word-paste' && code !== 'missing-id' ? [fix.start] : []))
      const tidied = applyFixes(text, diagnostics.filter(({fix}) => fix && !others.has(fix.start))).text
      assert.deepEqual(compile(tidied).module, module)
    }), {numRuns: 500, examples: [['<!-- not closed\n### Question: What?\n--> # Title']]})
  })

  it('is tidied once: as many lines, and tidying again changes nothing', () => {
    fc.assert(fc.property(markdownSoup, text => {
      const lines = text.split(/\r\n|\r|\n/)
      const tidy = tidyPaste(lines)
      assert.equal(tidy.length, lines.length)
      assert.deepEqual(tidyPaste(tidy), tidy)
    }), {numRuns: 500})
  })
})
