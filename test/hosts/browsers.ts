import puppeteer, {type Browser} from 'puppeteer-core'

const {findBrowsers} = await import(new URL('../../scripts/browsers.mjs', import.meta.url).href) as
  {findBrowsers: () => {chromium?: {executable: string}; firefox?: {executable: string}}}

/** Chromium, for which no name leads out of this machine. */
export function openChromium(): Promise<Browser> {
  const {chromium} = findBrowsers()
  if (!chromium) throw new Error('These tests need Chromium, Google Chrome or Microsoft Edge, and there is none here.')
  const args = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync',
    '--no-first-run', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
  return puppeteer.launch({executablePath: chromium.executable, args})
}

export function openFirefox(): Promise<Browser> {
  const {firefox} = findBrowsers()
  if (!firefox) throw new Error('These tests need Firefox, and there is none here.')
  return puppeteer.launch({browser: 'firefox', executablePath: firefox.executable})
}
