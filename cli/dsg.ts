#!/usr/bin/env node
import {inspect} from 'node:util'
import {COMMANDS} from './commands.js'
import {understood} from './terminal/command.js'
import {CommandError} from './terminal/command-error.js'
import {helpOn, overview} from './terminal/help.js'
import {complain, printFile} from './terminal/output.js'

const ABOUT = `
The folder is "content" unless another is named. From a clone, write: npm run dsg -- check content
For one command: dsg help check

Exit code: 0 all is well; 1 the content or a record has errors; 2 the command could not be carried out.
`

/** @returns the exit code */
async function run(words: string[]): Promise<number> {
  const asksHelp = words.length === 0 || words[0] === 'help' || words.some(word => word === '--help' || word === '-h')
  if (!asksHelp) {
    const {command, asked} = understood(COMMANDS, words)
    return command.run(asked)
  }
  const about = words.slice(words[0] === 'help' ? 1 : 0).filter(word => !word.startsWith('-'))
  printFile(about.length ? helpOn(COMMANDS, about)
    : `dsg: from a folder of markdown to a guide on any page\n\n${overview(COMMANDS)}\n${ABOUT}`)
  return 0
}

// `dsg check | head` closes the pipe before everything is written. That is no error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  process.exitCode = 2
  if (error instanceof CommandError) complain(`dsg: ${error.message}`)
  else complain(`dsg: this is a fault in dsg, not in your content. Report it with these lines:\n ${inspect(error)}`)
}
