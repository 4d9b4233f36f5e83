import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {modulesFor} from '../../components/search/facets.js'
import {guide, shippedIndex} from './shipped.js'

type Module = typeof guide.modules[number]

describe('facets', () => {
  const index = shippedIndex()
  const done = new Set(['spot-suspicious-email'])
  const cases = [
    {facets: {}, fits: () => true, why: 'nothing is asked for'},
    {facets: {pathway: 'staying-safe-with-data'}, fits: (module: Module) => module.pathway === 'staying-safe-with-data', why: 'one pathway'},
    {facets: {audience: 'manager'}, fits: (module: Module) => module.audience.some(name => name === 'manager' || name === 'everyone'), why: 'an audience, and what is for everyone'},
    {facets: {stage: 2}, fits: (module: Module) => module.stage === 2, why: 'a stage'},
    {facets: {domain: 'D6', stage: 1}, fits: (module: Module) => module.stage === 1 && module.domains.includes('D6'), why: 'a stage and a domain together'},
    {facets: {isLeftOut: (id: string) => done.has(id)}, fits: (module: Module) => !done.has(module.id), why: 'not yet done'},
  ]
  for (const {facets, fits, why} of cases) {
    it(`leave ${why}`, () => {
      const modules = modulesFor(guide.modules, facets)
      assert.deepEqual(modules, guide.modules.filter(fits).map(({id}) => id))
      const {hits, total, byModule} = index.search('email', {modules, limit: 1000})
      assert.ok(hits.length > 0 && hits.every(({section}) => modules.includes(section.module)))
      assert.equal([...byModule.values()].reduce((sum, count) => sum + count, 0), total)
    })
  }

  it('leave nothing when nothing fits', () => {
    assert.deepEqual(modulesFor(guide.modules, {pathway: 'none'}), [])
    assert.equal(index.search('email', {modules: []}).total, 0)
  })
})
