import {ChromeLauncher} from '@web/test-runner-chrome'

/**
 * Takes pictures of the page under test, for tests in Chromium: `executeServerCommand('screenshot', {x, y, width, height})`
 * gives a PNG in base64. `executeServerCommand('to-front')` brings the page in front of tabs that were opened since.
 *
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function screenshots() {
  return {
    name: 'screenshots',
    async executeCommand({command, payload, session}) {
      if (command === 'to-front') {
        // WebKit has one tab, which is always in front.
        await pageOf(session)?.bringToFront()
        return true
      }
      return command === 'screenshot' ? pageOf(session)?.screenshot({clip: clipOf(payload), encoding: 'base64'}) : undefined
    },
  }
}

/** @param {Pick<import('@web/test-runner-core').TestSession, 'browser' | 'id'>} session */
function pageOf({browser, id}) {
  return browser instanceof ChromeLauncher ? browser.getPage(id) : undefined
}

/**
 * @param {unknown} payload
 * @returns {import('puppeteer-core').ScreenshotClip}
 */
function clipOf(payload) {
  const {x, y, width, height} = Object(payload)
  return {x, y, width, height}
}
