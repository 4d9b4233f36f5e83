import type {HotPayload, ViteDevServer} from 'vite'

/** Sends a message to every open page, if any. Otherwise Vite would keep it for the next page, which is up to date anyway. */
export function tellPages(vite: ViteDevServer, message: HotPayload): void {
  if (vite.ws.clients.size) vite.ws.send(message)
}
