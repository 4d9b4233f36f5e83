import type {HotPayload, ViteDevServer} from 'vite'

/** To every open page. Vite keeps a message that nobody hears for the next page opened, which is up to date anyway. */
export function tellPages(vite: ViteDevServer, message: HotPayload): void {
  if (vite.ws.clients.size) vite.ws.send(message)
}
