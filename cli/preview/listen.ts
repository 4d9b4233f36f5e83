import type {Server} from 'node:http'
import {CommandError, reason} from '../terminal/command-error.js'

const LAST_PORT = 65_535
/** More previews than anybody will have left running. */
const PORTS_TO_TRY = 20

/** The preview answers only this computer, so that nobody else on the network sees it. */
export const ADDRESS = '127.0.0.1'

/**
 * Listens on the first free port from `wanted` on.
 *
 * @returns the port
 * @throws CommandError when none of the next 20 is free, or the system refuses
 */
export async function listenFrom(server: Server, wanted: number): Promise<number> {
  const last = Math.min(wanted + PORTS_TO_TRY - 1, LAST_PORT)
  for (let port = wanted; port <= last; port++) {
    const refusal = await tryPort(server, port)
    if (!refusal) return port
    if (refusal.code === 'EADDRINUSE') continue
    throw new CommandError(`Port ${port} cannot be used: ${reason(refusal)}. Name another with --port.`)
  }
  throw new CommandError(`Ports ${wanted} to ${last} are all in use. Name another with --port.`)
}

/** @throws CommandError unless it is a whole number from 1 to 65,535 */
export function portOf(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port >= 1 && port <= LAST_PORT) return port
  throw new CommandError(`"${text}" is not a port. Write a whole number from 1 to ${LAST_PORT}, such as --port 5173.`)
}

function tryPort(server: Server, port: number): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise(resolve => {
    const refused = (error: NodeJS.ErrnoException): void => resolve(error)
    server.once('error', refused)
    server.listen(port, ADDRESS, () => {
      server.off('error', refused)
      resolve(undefined)
    })
  })
}
