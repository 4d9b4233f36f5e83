#!/usr/bin/env node
import {CommandError} from './terminal/command-error.js'

/** Takes the words after its name, and resolves to the exit code. */
type Command = (words: string[]) => Promise<number>

/** Loaded when asked for: a check need not wait for a bundler. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  check: async () => (await import('./check/check.js')).check,
  build: async () => (await import('./build/build.js')).build,
  preview: async () => (await import('./preview/preview.js').catch(withoutVite)).preview,
  new: async () => (await import('./new/new.js')).newContent,
  report: async () => (await import('./report/report.js')).report,
  export: async () => (await import('./export/export.js')).exportPackage,
}

const HELP = `dsg: from a folder of markdown to a guide on any page

  dsg check [folder or file]      say what is wrong with the content, and how to put it right
      --fix                       put right what is safe: missing ids, text pasted from Word
      --format text|json          for people (text) or for programs (json)

  dsg build [folder] --out DIR    write the guide as files that any web server can serve
      --site https://…/guide/     where it will be on the web: pages then name their own address, for search engines
      --fail-on-overdue           write nothing while a page that can do harm is overdue for review

  dsg export scorm12 [folder]     a zip for a learning system: --pathway ID or --module ID
  dsg export html [folder]        the same as a zip of a plain page, for platforms that take one
  dsg export m365 [folder]        a content pack for Microsoft 365 learning pathways: --site https://…/guide/
      --out FILE.zip              where to write it

  dsg preview [folder]            show the guide on a demo intranet, and again after each edit
      --port 5173                 where to serve; the next free port is taken when it is in use
      --host hosts/intranet       the folder of pages to show the guide in

  dsg new module ID --pathway P   begin a page that passes the check; also: new pathway ID, new factor ID,
                                  new question ID --module M
      --title "A few words"       its title, or the question

  dsg report content [folder]     how many words, questions, statements, factors and terms there are
  dsg report settings [folder]    the local details that are not filled in, and where they show
  dsg report review [folder]      what is overdue for review, due soon or never reviewed
      --format table|csv|ical     ical is a calendar file with the day of each next review
      --on 2026-11-23             as it will be on another day

  dsg report records/*.json       a table from the records that people sent: no names, no days, no small groups
      --out FILE.csv              write it to a file, not to the screen
      --min-group 5               leave out people who have fewer than this many like them

  --with DIR                      after check, build, export, preview, new and the reports of content: an organisation's own
                                  folder, laid over the guide; may be given more than once

The folder is "content" unless another is named. From a clone, write: npm run dsg -- check content

Exit code: 0 all is well; 1 the content or a record has errors; 2 the command could not be carried out.
`

/** The published package leaves Vite to those who want to preview: it is several times the size of all the rest. */
function withoutVite(error: NodeJS.ErrnoException): never {
  if (error.code !== 'ERR_MODULE_NOT_FOUND' || !error.message.includes("'vite'")) throw error
  throw new CommandError('The preview needs Vite, which is not installed here. Install it first: npm install --save-dev vite')
}

/** @returns the exit code */
async function run([name, ...words]: string[]): Promise<number> {
  if (name === undefined || name === 'help' || [name, ...words].some(word => word === '--help' || word === '-h')) {
    process.stdout.write(HELP)
    return 0
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!load) throw new CommandError(`There is no command "${name}". There are: ${Object.keys(COMMANDS).join(', ')}.`)
  const command = await load()
  return command(words)
}

// `dsg check | head` closes the pipe before all is written, which is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  process.exitCode = 2
  if (error instanceof CommandError) console.error(`dsg: ${error.message}`)
  else console.error('dsg: this is a fault in dsg, not in your content. Report it with these lines:\n', error)
}
