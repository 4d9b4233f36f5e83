/** The text of a new page. It passes the checks as it is, and each line shows what to write in its place. */

export interface NewModule {
  id: string
  title: string
  pathway: string
  publisher: string
  /** Id of a framework's domain, such as `D6`. */
  domain: string
  /** As 2026-11-23. */
  today: string
}

export function moduleText({id, title, pathway, publisher, domain, today}: NewModule): string {
  return `---
id: ${id}
title: ${quoted(title)}
pathway: ${pathway}
domains: [${domain}]
stage: 1
audience: [everyone]
minutes: 5
outcomes:
  - do the thing this page is about
sources:
  - title: Where the facts of this page are from, ${today.slice(0, 4)}
    year: ${today.slice(0, 4)}
publisher: ${quoted(publisher)}
reviewers:
  - role: someone who knows the subject
last_reviewed: ${today}
next_review: ${yearAfter(today)}
show: 1
---

# ${title}

Say in 1 or 2 sentences what this page is for.

## Why it matters

Say what goes wrong when people do not know this. Use an example from their day.

## How to do it

1. Begin each step with what to do.
2. Put 1 action in each step.

> **Example:** show 1 real case, with nobody's name in it.

## Try it

### Do: Try the first step at work
<!-- id: ${id}-do -->

## Check yourself

${questionText(`${id}-first`, 'What do you do first?')}
${questionText(`${id}-second`, 'What do you do when it does not work?')}
## Who to ask

Say who can help where the reader works.
`
}

export function questionText(id: string, prompt: string): string {
  return `### Question: ${prompt}
<!-- id: ${id} -->

- [ ] A wrong answer that people often give
  > Say why it does not work.
- [x] The right answer, not longer than the others
  > Yes. Say why it works.
- [ ] Another wrong answer that sounds likely
  > Say what would happen.

**Why:** say in 1 sentence what to remember.
`
}

export function pathwayText(id: string, title: string, module: string): string {
  return `---
id: ${id}
title: ${quoted(title)}
summary: Say in 1 or 2 sentences what this pathway is for.
audience: [everyone]
modules:
  - ${module}
---

Notes for editors go here. Readers do not see them.
`
}

export function factorText(id: string, title: string, group = ''): string {
  return `## Factor: ${title}
<!-- id: ${id}${group && ` · group: ${group}`} -->

1. **Not yet started.** Say what a team sees when nothing has begun.
2. **Emerging.** Say what it sees when some of it has begun.
3. **Established.** Say what it sees when this works in most places.
4. **Embedded.** Say what it sees when this is how work is done.

**Ask:** whose voice is this rating based on?
`
}

/** `spot-suspicious-email` as `Spot suspicious email`. */
export function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Words in double quotes, in which YAML takes any words. */
function quoted(words: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N} ,.()'-]*$/u.test(words) && !/^(?:yes|no|true|false|null|\d.*)$/i.test(words)
    ? words
    : JSON.stringify(words)
}

/** The same day a year later; 1 March after a 29 February. */
function yearAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCFullYear(date.getUTCFullYear() + 1)
  return date.toISOString().slice(0, 10)
}
