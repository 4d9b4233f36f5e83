import puppeteer, {type Browser} from 'puppeteer-core'
import {launchOptions} from '../../scripts/browsers/browsers.mjs'

/** Chromium, for which no name leads out of this machine. */
export function openChromium(): Promise<Browser> {
  const {args, ...options} = launchOptions('chromium')
  return puppeteer.launch({...options, args: [...args, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost']})
}

export function openFirefox(): Promise<Browser> {
  return puppeteer.launch(launchOptions('firefox'))
}
