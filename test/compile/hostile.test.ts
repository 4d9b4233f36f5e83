import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {describe, it} from 'node:test'
import {compileModule} from '../../components/compile/files/module.js'
import {documentProblems} from '../../components/model/pack/check-pack.js'
import {isSafeImage, isSafeLink} from '../../components/model/guide/document.js'
import {addresses, moduleNodes, unknownNodes, words} from './tree.js'

const text = readFileSync(new URL('../fixtures/compile/xss.md', import.meta.url), 'utf8')
/** Every scheme that may be left, by a list of our own: `isSafeLink` alone would be its own judge. */
const SCHEMES = /^(?:https?:|mailto:|tel:|module:[a-z0-9-]+(?:#[a-z0-9-]+)?$|glossary:[a-z0-9-]+(?:#[a-z0-9-]+)?$)/

describe('hostile markdown', () => {
  for (const standalone of [false, true]) {
    for (const lineEnd of ['\n', '\r\n', '\r']) {
      it(`says nothing that is not in the tree's list (standalone: ${standalone}, ${JSON.stringify(lineEnd)})`, () => {
        const {module} = compileModule({path: 'pathways/a/xss.md', text: text.replaceAll('\n', lineEnd)}, {standalone})
        assert.ok(module)
        const nodes = moduleNodes(module)
        assert.ok(nodes.length > 50)
        assert.deepEqual(unknownNodes(nodes), [])
        assert.deepEqual(documentProblems(module.pages.flatMap(({children}) => children)), [])
        for (const url of [...addresses(nodes), ...module.sources.flatMap(({url}) => url ?? [])]) {
          assert.ok(isSafeLink(url), url)
          const base = new URL(url, 'https://host.example/folder/page')
          assert.ok(SCHEMES.test(url) || base.origin === 'https://host.example', `${url} leads to ${base}`)
        }
        for (const node of nodes) if (node.type === 'image') assert.ok(isSafeImage(node.url), node.url)
      })
    }
  }

  it('stays text, so that the author sees what was typed', () => {
    const {module} = compileModule({path: 'xss.md', text}, {standalone: true})
    assert.match(words(module!), /<script>alert\(1\)<\/script>/)
    assert.match(words(module!), /entity/)
  })

  it('pollutes no prototype and leaves no odd keys', () => {
    const {module} = compileModule({path: 'xss.md', text}, {standalone: true})
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined)
    assert.equal(JSON.stringify(module).includes('polluted'), false)
    assert.equal(Object.getPrototypeOf(module), Object.prototype)
  })

  it('is reported line by line', () => {
    const {diagnostics} = compileModule({path: 'xss.md', text}, {standalone: true})
    const lines = text.split('\n')
    const reported = new Set(diagnostics.map(({line}) => line))
    const hostile = (line: string): boolean => /^\[[^\]]*\](?!:).*(?:script:|data:|file:|search-ms:)/i.test(line)
    const silent = lines.filter((line, i) => hostile(line) && !reported.has(i + 1))
    // Two whose addresses have no scheme as a browser reads them: they lead to a page of the host that is not there.
    assert.deepEqual(silent, ['[null](java&#0;script:alert(1))', '[leading](&#1;javascript:alert(1))'])
  })
})
