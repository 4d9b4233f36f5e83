import {parseArgs, type ParseArgsConfig} from 'node:util'
import {CommandError} from './command-error.js'

type Options = NonNullable<ParseArgsConfig['options']>

/**
 * `parseArgs`, with at most one word that is no option.
 *
 * @throws CommandError in plain words when an option is unknown or lacks its value
 */
export function readArguments<O extends Options>(words: string[], options: O) {
  const {values, positionals} = plainly(() => parseArgs({args: words, options, allowPositionals: true, strict: true}))
  if (positionals.length > 1) throw new CommandError(`Name one folder only, not ${positionals.join(' and ')}.`)
  return {values, target: positionals[0] ?? 'content'}
}

/**
 * What `parseArgs` finds.
 *
 * @throws CommandError in plain words when an option is unknown or lacks its value
 */
export function plainly<T>(parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    const [problem = ''] = error.message.split('. ')
    throw new CommandError(`${problem.replace(/\.$/, '')}. Run "dsg help" to see what can be written.`)
  }
}
