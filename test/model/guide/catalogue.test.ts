import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {catalogueChoices, matchingPathways} from '../../../components/model/guide/catalogue.js'
import type {ModuleFacts} from '../../../components/model/guide/module.js'

const module = (id: string, facts: Partial<ModuleFacts>): [string, ModuleFacts] => [id, {
  id, title: id, pathway: '', domains: [], stage: 1, audience: ['everyone'], minutes: 5, outcomes: [], keywords: [],
  show: 0, passPercent: 80, hasMustKnow: false, tasks: [], settings: [], reviewed: false, ...facts,
}]

const modules = new Map([
  module('phishing', {title: 'Spot a suspicious email', keywords: ['scam'], domains: ['D6'], stage: 1}),
  module('video', {title: 'Video consultations', audience: ['patient-facing'], domains: ['D3'], stage: 2}),
])
const pathways = [
  {id: 'safe', title: 'Staying safe', summary: 'Look after data.', audience: [], modules: ['phishing', 'gone-since']},
  {id: 'care', title: 'Remote care', summary: 'See people by video.', audience: [], modules: ['video']},
]

const cases = [
  {filter: {}, found: ['safe', 'care'], why: 'no filter allows everything'},
  {filter: {text: 'SUSPICIOUS em'}, found: ['safe'], why: 'every word begins a word of a module title'},
  {filter: {text: 'scam'}, found: ['safe'], why: 'keywords count'},
  {filter: {text: 'suspicious video'}, found: [], why: 'all words must be in one pathway'},
  {filter: {audience: 'patient-facing'}, found: ['safe', 'care'], why: 'a module for everyone fits every audience'},
  {filter: {audience: 'manager'}, found: ['safe'], why: 'a module for others does not'},
  {filter: {audience: 'manager', stage: 2}, found: [], why: 'audience and stage must fit the same module'},
  {filter: {domain: 'D3'}, found: ['care'], why: 'a domain that one module has'},
]

describe('matchingPathways', () => {
  for (const {filter, found, why} of cases) {
    it(`${JSON.stringify(filter)}: ${why}`, () => {
      assert.deepEqual(matchingPathways(pathways, modules, filter).map(({id}) => id), found)
    })
  }
})

describe('catalogueChoices', () => {
  it('lists each choice once, stages and domains in order', () => {
    assert.deepEqual(catalogueChoices([...modules.values()]), {
      audiences: ['everyone', 'patient-facing'], stages: [1, 2], domains: ['D3', 'D6'],
    })
  })
})
