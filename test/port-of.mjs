/**
 * The port that a server listens on; undefined before it does.
 *
 * @param {import('node:http').Server | undefined} server
 */
export function portOf(server) {
  const address = server?.address()
  return address && typeof address === 'object' ? address.port : undefined
}
