import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {phoneNumbers} from '../../../components/model/formats/phone.js'

const cases: [text: string, addresses: string[]][] = [
  ['use the Report button in your email, then tell ext 4444', ['tel:4444']],
  ['ext 4444, or it.help@trust.example.nhs.uk', ['tel:4444']],
  ['01632 960 123', ['tel:01632960123']],
  ['(01632) 960123, Monday to Friday', ['tel:01632960123']],
  ['+44 (0)1632 960 123', ['tel:+441632960123']],
  ['0800 123 4567 ext 22', ['tel:08001234567;ext=22']],
  ['call 111 or ring 01632 960 124', ['tel:111', 'tel:01632960124']],
  ['ext. 55, extension 55', ['tel:55']],
  ['forward it to 7726', []],
  ['open 8am to 8pm, 24/7, since 01/02/2026', []],
  ['read in November 2026, £250, 1,000 people', []],
  ['https://intranet.example/0163296012345678', []],
  ['', []],
]

describe('phone numbers in a text', () => {
  for (const [text, addresses] of cases) {
    it(`${addresses.join(' and ') || 'none'}: ${text}`, () => { assert.deepEqual(phoneNumbers(text).map(({address}) => address), addresses) })
  }
})
