import puppeteer, {type Browser} from 'puppeteer-core'
import {findBrowsers, launchOptions} from '../../scripts/browsers/browsers.mjs'

/** Starts Chromium when this machine has it. @returns undefined, after saying so, when it has not */
export async function startChromium(): Promise<Browser | undefined> {
  if (!findBrowsers().chromium) {
    console.log('There is no Chromium on this machine, so there is nothing to measure with.')
    return undefined
  }
  // Building a peer's index of 30,000 sections takes longer than puppeteer waits unless told.
  return puppeteer.launch({...launchOptions('chromium'), protocolTimeout: 600_000})
}
