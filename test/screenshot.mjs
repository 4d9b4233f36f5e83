/**
 * Takes pictures of the page under test, for tests in Chromium: `executeServerCommand('screenshot', {x, y, width, height})`
 * gives a PNG in base64. `executeServerCommand('to-front')` brings it before any tab that was opened since.
 *
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function screenshots() {
  return {
    name: 'screenshots',
    async executeCommand({command, payload: clip, session}) {
      if (command === 'to-front') {
        // WebKit has one tab, which is always in front.
        await session.browser.getPage?.(session.id)?.bringToFront?.()
        return true
      }
      if (command !== 'screenshot') return undefined
      return session.browser.getPage(session.id).screenshot({clip, encoding: 'base64'})
    },
  }
}
