import {readFileSync, writeFileSync} from 'node:fs'
import {machine} from './figures.js'

const README = new URL('../README.md', import.meta.url)
const KEEP = '--keep'

/** The words after the command, without the one that every bench takes. */
export const words = process.argv.slice(2).filter(word => word !== KEEP)

/**
 * What a bench says: printed at once, and with `--keep` written into its block of README.md at the end, so that no figure
 * there was typed by hand.
 *
 *     const {say, end} = report('compile', '9 rounds')
 *     say(table(…))
 *     end()
 *
 * @param name - of the bench, and of its block
 * @param how - what somebody has to know to measure the same: rounds, versions
 * @param whole - whether it is all that the README shows; a part is printed and never kept
 * @throws when a part is to be kept
 */
export function report(name: string, how: string, whole = true): {say(text: string): void; end(): void} {
  const keep = process.argv.includes(KEEP)
  if (keep && !whole) throw new Error(`bench:${name}: README.md keeps whole runs only. Leave out ${KEEP}, or ask for everything.`)
  const said: string[] = []
  const say = (text: string): void => {
    said.push(text)
    console.log(`\n${text}`)
  }
  say(`${how}; ${machine()}.`)
  return {
    say,
    end() {
      if (!keep) return
      writeFileSync(README, withBlock(readFileSync(README, 'utf8'), name, said.join('\n\n')))
      console.log('\nKept in bench/README.md. Does what it says around the figures still hold?')
    },
  }
}

/**
 * A document with this text in the block of that name, and all else as it was.
 *
 * @throws when the document has no such block, or more than one
 */
export function withBlock(document: string, name: string, text: string): string {
  const [open, close] = [`<!-- bench:${name} -->\n`, `<!-- /bench:${name} -->`]
  const [before, rest, ...more] = document.split(open)
  const end = rest?.indexOf(close) ?? -1
  if (end < 0 || more.length) throw new Error(`README.md needs one block for bench:${name}, between ${open.trim()} and ${close}.`)
  return `${before}${open}${text}\n${rest!.slice(end)}`
}
