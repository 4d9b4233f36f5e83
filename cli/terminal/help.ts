import {commandsNamed, shownValue, type Command, type Option} from './command.js'

/** The column at which the overview begins to say what a command or an option is for. */
const COLUMN = 32
/** The longest line, in characters. */
const WIDTH = 120

/** Help for all commands. An option of one command is below it, of one kind below the kind, and of several kinds at the end. */
export function overview(commands: readonly Command[]): string {
  const kinds = [...new Set(commands.map(kindOf))]
  const taken = new Map<Option, {name: string; by: Command[]}>()
  for (const command of commands) {
    for (const [name, option] of Object.entries(command.options)) {
      taken.set(option, {name, by: [...taken.get(option)?.by ?? [], command]})
    }
  }
  const options = [...taken].map(([option, {name, by}]) => (
    {option, name, by, kinds: [...new Set(by.map(kindOf))], line: row(`      ${shown(name, option)}`, option.says)}))
  const blocks = kinds.map(kind => [
    ...commands.filter(command => kindOf(command) === kind).flatMap(command => [
      row(`  ${usage(command)}`, command.says),
      ...options.filter(({by}) => by.length === 1 && by[0] === command).map(({line}) => line),
    ]),
    ...options.filter(({by, kinds}) => by.length > 1 && kinds.length === 1 && kinds[0] === kind).map(({line}) => line),
  ])
  const common = options.filter(({kinds}) => kinds.length > 1).map(({option, name, kinds}) => (
    row(`  ${shown(name, option)}`, `after ${kinds.join(', ')}: ${option.says}`)))
  return [...blocks, common].map(lines => lines.join('\n')).join('\n\n')
}

/** Help for the commands whose names these words begin, one after the other. */
export function helpOn(commands: readonly Command[], [first = '', second]: readonly string[]): string {
  const kinds = commandsNamed(commands, first)
  const one = kinds.find(({name}) => name === `${first} ${second}`)
  return (one ? [one] : kinds).map(helpOf).join('\n')
}

function helpOf(command: Command): string {
  const rows = Object.entries(command.options).map(([name, option]) => ({left: `  ${shown(name, option)}`, option}))
  const column = Math.max(...rows.map(({left}) => left.length)) + 2
  const says = command.says.charAt(0).toUpperCase() + command.says.slice(1)
  const folder = command.words.includes('[folder') ? '\nThe folder is "content" unless another is named.\n' : ''
  return `${usage(command)}\n\n${says}.\n\n${rows.map(({left, option}) => row(left, option.says, column)).join('\n')}\n${folder}`
}

function usage({name, words, options}: Command): string {
  const needed = Object.entries(options).filter(([, {needs}]) => needs !== undefined)
  return ['dsg', name, words, ...needed.map(([name, option]) => shown(name, option))].join(' ')
}

function shown(name: string, option: Option): string {
  return `--${name} ${shownValue(option)}`.trimEnd()
}

function kindOf({name}: Command): string {
  return name.split(' ')[0]!
}

function row(left: string, says: string, column = COLUMN): string {
  const lines = ['']
  for (const word of says.split(' ')) {
    if (`${lines.at(-1)} ${word}`.length > WIDTH - column) lines.push('')
    lines.push(`${lines.pop()} ${word}`.trimStart())
  }
  const indent = ' '.repeat(column)
  return (left.length < column - 1 ? left.padEnd(column) : `${left}\n${indent}`) + lines.join(`\n${indent}`)
}
