import {WITH} from '../content/read-layers.js'
import {command} from '../terminal/command.js'
import {CommandError} from '../terminal/command-error.js'

export const preview = command({
  name: 'preview',
  words: '[folder]',
  says: 'show the guide on a demo intranet, and again after each edit',
  options: {
    port: {value: '5173', default: '5173', says: 'where to serve; the next free port is taken when it is in use'},
    host: {value: 'DIR', says: 'the folder of pages to show the guide in, if not the demo intranet'},
    with: WITH,
  },
  run: async ({folder, values}) => (await import('./preview.js').catch(withoutVite)).previewGuide(folder, values),
})

/** Says how to get Vite. The published package does not bring it, because Vite is several times as large as all the rest. */
function withoutVite(error: NodeJS.ErrnoException): never {
  if (error.code !== 'ERR_MODULE_NOT_FOUND' || !error.message.includes("'vite'")) throw error
  throw new CommandError('The preview needs Vite, which is not installed here. Install it first: npm install --save-dev vite')
}
