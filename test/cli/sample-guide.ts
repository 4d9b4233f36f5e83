import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'

/** Front matter and one page, with two questions. */
export function moduleText(id: string, words = 'Lock your screen when you walk away.'): string {
  return `---
id: ${id}
title: Keep a screen to yourself
pathway: safe-work
domains: [D6]
stage: 1
audience: [everyone]
minutes: 5
show: 1
outcomes:
  - lock a screen
sources:
  - title: A source of this test
    url: https://www.example.org/source
    year: 2024
publisher: Test team
reviewers:
  - role: information governance lead
last_reviewed: 2026-11-01
next_review: 2029-05-01
---

# Keep a screen to yourself

${words}

## How to do it

Press the keys together. Ask {{it_service_desk | your IT service desk}} if that does nothing.

## Check yourself

### Question: You leave your desk for a minute. What do you do?
<!-- id: ${id}-leave -->

- [ ] Turn the screen away
  > People can still walk round and read it.
- [x] Lock the screen
  > Yes. Nobody can read it or use your account.
- [ ] Close the window
  > Your account is still open to anyone.

**Why:** an open screen shows what is private.

### Question: Who may use your account while you are out?
<!-- id: ${id}-who -->

- [x] Nobody
  > Yes. What is done there is done in your name.
- [ ] Your manager
  > Your manager has an account too.
- [ ] The person next to you
  > They have an account too.

**Why:** each of us answers for what our account does.
`
}

const FILES: Record<string, string> = {
  'guide.yaml': 'id: test-guide\ntitle: A guide to test with\nlang: en-GB\npublisher: Test team\n',
  'settings.yaml': 'it_service_desk: ext 4444\n',
  'glossary/terms.md': '# Glossary\n\n## Lock\n<!-- id: lock -->\n\nTo close a screen until you come back.\n',
  'pathways/safe-work/pathway.md':
    '---\nid: safe-work\ntitle: Work safely\nsummary: Small habits that keep data safe.\naudience: [everyone]\n'
    + 'modules: [lock-screen]\n---\n',
  'pathways/safe-work/lock-screen.md': moduleText('lock-screen'),
}

/** Writes a small guide without faults, with these files over or beside its own. */
export function writeGuide(folder: string, files: Record<string, string | Uint8Array> = {}): string {
  for (const [path, body] of Object.entries({...FILES, ...files})) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), body)
  }
  return folder
}

export const MODULE_PATH = 'pathways/safe-work/lock-screen.md'

/** Where `words` stand in `moduleText`. */
export const WORDS_LINE = moduleText('x', 'HERE').split('\n').indexOf('HERE') + 1
