/**
 * Takes pictures of the page under test, for tests in Chromium: `executeServerCommand('screenshot', {x, y, width, height})`
 * gives a PNG in base64.
 *
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function screenshots() {
  return {
    name: 'screenshots',
    async executeCommand({command, payload: clip, session}) {
      if (command !== 'screenshot') return undefined
      return session.browser.getPage(session.id).screenshot({clip, encoding: 'base64'})
    },
  }
}
