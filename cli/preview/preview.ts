import {createServer as createHttpServer} from 'node:http'
import {join, resolve} from 'node:path'
import {CommandError} from '../terminal/command-error.js'
import {ADDRESS, listenFrom, portOf} from './listen.js'
import {LiveGuide} from './live-guide.js'
import {REPOSITORY, statsAt} from '../terminal/paths.js'
import {createPreviewServer, watchFolders} from './server.js'
import {say} from '../terminal/output.js'

interface Wanted { port: string; host?: string; with: string[] }

/** `dsg preview`: the guide on the host's pages, from sources, until the process is told to stop. */
export async function previewGuide(target: string, wanted: Wanted): Promise<number> {
  const port = portOf(wanted.port)
  const host = resolve(wanted.host ?? join(REPOSITORY, 'hosts/intranet'))
  for (const folder of [target, host, ...wanted.with]) {
    if (!statsAt(folder)?.isDirectory()) throw new CommandError(`There is no folder "${folder}".`)
  }

  say(`Reading ${target} …`)
  const http = createHttpServer()
  const vite = await createPreviewServer(http, host, path => guide.pack.get(path))
  const guide = new LiveGuide(vite, target, wanted.with)
  await guide.update()
  watchFolders(vite, {content: [target, ...wanted.with].map(folder => resolve(folder)), host}, guide)

  // Set up before the preview says that it is ready, because whoever reads that may stop it at once.
  const stopped = new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
  const free = await listenFrom(http, port)
  if (free !== port) say(`Port ${port} is in use, so this one is on port ${free}.`)
  say(`Ready: http://${ADDRESS}:${free}/\nPages change as you save. Press Ctrl+C to stop.`)

  await stopped
  guide.stop()
  await vite.close()
  http.closeAllConnections()
  http.close()
  return 0
}
