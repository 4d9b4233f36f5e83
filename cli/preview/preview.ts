import {createServer as createHttpServer} from 'node:http'
import {resolve} from 'node:path'
import {readArguments} from '../terminal/arguments.js'
import {CommandError} from '../terminal/command-error.js'
import {ADDRESS, listenFrom, portOf} from './listen.js'
import {LiveGuide} from './live-guide.js'
import {REPOSITORY, statsAt} from '../terminal/paths.js'
import {createPreviewServer, watchFolders} from './server.js'

/** `dsg preview`: the guide on the host's pages, from sources, until the process is told to stop. */
export async function preview(words: string[]): Promise<number> {
  const {values, target} = readArguments(words, {
    port: {type: 'string', default: '5173'},
    host: {type: 'string', default: resolve(REPOSITORY, 'hosts/intranet')},
    with: {type: 'string', multiple: true, default: []},
  })
  const wanted = portOf(values.port)
  const host = resolve(values.host)
  for (const folder of [target, host, ...values.with]) {
    if (!statsAt(folder)?.isDirectory()) throw new CommandError(`There is no folder "${folder}".`)
  }

  console.log(`Reading ${target} …`)
  const http = createHttpServer()
  const vite = await createPreviewServer(http, host, path => guide.pack.get(path))
  const guide = new LiveGuide(vite, target, values.with)
  await guide.update()
  watchFolders(vite, {content: [target, ...values.with].map(folder => resolve(folder)), host}, guide)

  // Before it says that it is ready: whoever reads that may stop it at once.
  const stopped = new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
  const port = await listenFrom(http, wanted)
  if (port !== wanted) console.log(`Port ${wanted} is in use, so this one is on port ${port}.`)
  console.log(`Ready: http://${ADDRESS}:${port}/\nPages change as you save. Press Ctrl+C to stop.`)

  await stopped
  guide.stop()
  await vite.close()
  http.closeAllConnections()
  http.close()
  return 0
}
