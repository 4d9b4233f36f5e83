/**
 * `npm start`: sets up what is missing, then serves the demo, with the example trust's folder over it. Arguments go to
 * `dsg preview`: with a folder, or `--with` and another organisation's, those are shown instead.
 */
import {spawn} from 'node:child_process'
import {ROOT, ensureDependencies, stopWith} from './setup/setup.mjs'

try {
  ensureDependencies()
} catch (error) {
  stopWith(error)
}

const wanted = process.argv.slice(2)
const isOwn = wanted.some((argument, i) => /^--with(=|$)/.test(argument) || (!i && !argument.startsWith('-')))
const local = isOwn ? [] : ['--with', 'hosts/example-trust/local']

const preview = spawn(process.execPath, ['--import', 'tsx', 'cli/dsg.ts', 'preview', ...wanted, ...local],
  {cwd: ROOT, stdio: 'inherit'})
// A terminal sends Ctrl+C to both processes. A service manager signals only this one, which passes the signal on.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => preview.kill(signal))
preview.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)
})
