import {nearest} from '../../components/model/formats/nearest.js'
import {parseArgs} from 'node:util'
import {didYouMean} from '../../components/compile/source/did-you-mean.js'
import {CommandError} from './command-error.js'
import {statsAt} from './paths.js'

/** An option of a command, written as two hyphens and its name. */
export interface Option {
  says: string
  /** What help shows for the value, such as `DIR`. An option without this and `oneOf` is a switch, which takes no value. */
  value?: string
  /** The values that the option takes. Help shows them, or `value` where they are too long for a line. */
  oneOf?: readonly string[]
  default?: string
  /** The option may be given more than once. */
  repeats?: true
  /** What to say when the option is missing. An option without this may be left out. */
  needs?: string
}
export type Options = Readonly<Record<string, Option>>

type OptionValue<O extends Option> =
  O extends {repeats: true} ? string[]
    : O extends {oneOf: readonly (infer Word)[]} ? Word
    : O extends {value: string} ? O extends {default: string} | {needs: string} ? string : string | undefined
    : boolean

/** What was written after a command's name. */
export interface Asked<O extends Options> {
  values: {-readonly [Name in keyof O]: OptionValue<O[Name]>}
  /** The words that belong to no option, without the folder. */
  words: string[]
  /** The content folder, or one file instead. */
  folder: string
}

export interface Command<O extends Options = Options> {
  /** One word; or two, when commands of a kind differ in what they take: `check`, `export html`. */
  name: string
  /** What it takes beside options, as help shows it: `ID [folder]`. Three dots say that there may be more. */
  words: string
  says: string
  options: O
  /** Runs the command, and resolves to the exit code. Its code is imported only now: a check need not wait for a bundler. */
  run(asked: Asked<O>): Promise<number>
}

/** Returns its argument. It is there for the types: those of `asked` follow from the options. */
export function command<const O extends Options>(command: Command<O>): Command {
  return command
}

/**
 * The command that words begin with, and what they ask of it.
 *
 * @throws CommandError when there is none, or it does not take what was written
 */
export function understood(commands: readonly Command[], words: readonly string[]) {
  const {command, rest} = named(commands, words)
  return {command, asked: askedOf(command, rest)}
}

function named(commands: readonly Command[], [first = '', ...words]: readonly string[]) {
  const kinds = commandsNamed(commands, first)
  const alone = kinds.find(({name}) => name === first)
  if (alone && kinds.length === 1) return {command: alone, rest: words}
  const {tokens} = parsed(Object.assign({}, ...kinds.map(({options}) => options)), words)
  // Options may come before the second word of the name.
  const second = tokens.find(token => token.kind === 'positional')
  const command = kinds.find(({name}) => name === `${first} ${second?.value}`)
  if (command) return {command, rest: words.filter((_, n) => n !== second?.index)}
  const seconds = kinds.flatMap(({name}) => name.split(' ').slice(1))
  if (alone) {
    const meant = second && !statsAt(second.value) && nearest(second.value, seconds)
    if (meant) throw new CommandError(`There is no file "${second.value}". Did you mean "dsg ${first} ${meant}"?`)
    return {command: alone, rest: words}
  }
  const there = second ? `There is no "dsg ${first} ${second.value}".${didYouMean(second.value, seconds)}`
    : `"dsg ${first}" needs another word.`
  throw new CommandError(`${there} Write: dsg ${first} ${seconds.join('|')}`)
}

/**
 * Those whose name begins with a word: one, or all of a kind.
 *
 * @throws CommandError when there is none
 */
export function commandsNamed(commands: readonly Command[], first: string): Command[] {
  const found = commands.filter(({name}) => name.split(' ')[0] === first)
  if (found.length) return found
  const firsts = [...new Set(commands.map(({name}) => name.split(' ')[0]!))]
  throw new CommandError(
    `There is no command "${first}".${didYouMean(first, firsts)} There are: ${firsts.join(', ')}.`)
}

function askedOf(command: Command, written: readonly string[]): Asked<Options> {
  const {options} = command
  const {values, positionals, tokens} = parsed(options, written)
  for (const token of tokens) if (token.kind === 'option') refuseWrong(command, token)
  for (const [name, {needs, oneOf, value}] of Object.entries(options)) {
    if (needs !== undefined && values[name] === undefined) throw new CommandError(needs)
    if (oneOf && !oneOf.includes(String(values[name]))) {
      const choices = new Intl.ListFormat('en-GB', {type: 'disjunction'}).format(oneOf.map(word => `--${name} ${word}`))
      throw new CommandError(`"${values[name]}" is not a ${value?.toLowerCase() ?? name}.${didYouMean(String(values[name]), oneOf)} Write ${choices}.`)
    }
  }
  const places = command.words.match(/\[[^\]]+\]|\S+/g) ?? []
  const most = places.at(-1)?.endsWith('...') ? Infinity : places.length
  const takesFolder = places.at(-1)?.startsWith('[folder') ? 1 : 0
  const before = positionals.slice(0, most - takesFolder)
  const [folder = 'content', ...more] = positionals.slice(before.length)
  if (more.length) throw new CommandError(`Name one folder only, not ${[folder, ...more].join(' and ')}.`)
  return {values: values as Asked<Options>['values'], words: before, folder}
}

/** Parsed without `strict`: Node's own error messages name neither the command nor the options that it has. */
function parsed(options: Options, args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: Object.fromEntries(Object.entries(options).map(([name, option]) => [name, {
      type: isSwitch(option) ? 'boolean' as const : 'string' as const,
      multiple: option.repeats ?? false,
      default: option.default ?? (option.repeats ? [] : isSwitch(option) ? false : undefined),
    }])),
    allowPositionals: true, strict: false, tokens: true,
  })
}

export function isSwitch({value, oneOf}: Option): boolean {
  return value === undefined && oneOf === undefined
}

interface Written { name: string; rawName: string; value?: string; inlineValue?: boolean }

function refuseWrong({name: command, options}: Command, {name, rawName, value, inlineValue}: Written): void {
  const refuse = (problem: string): never => {
    throw new CommandError(`${problem} Run "dsg help ${command}" to see what can be written.`)
  }
  const option = Object.hasOwn(options, name) && rawName.startsWith('--') ? options[name]! : undefined
  if (!option) {
    const meant = nearest(name, Object.keys(options))
    refuse(`"dsg ${command}" has no option ${rawName}.${meant ? ` Did you mean "--${meant}"?` : ''}`)
  } else if (isSwitch(option)) {
    if (value !== undefined) refuse(`${rawName} takes no value, such as "${value}".`)
  } else if (value === undefined || (!inlineValue && /^-./.test(value))) {
    refuse(`${rawName} needs a value, such as ${rawName} ${shownValue(option)}.`)
  }
}

/** As help shows what to write after an option; '' for a switch. */
export function shownValue({value, oneOf}: Option): string {
  return value ?? oneOf?.join('|') ?? ''
}
