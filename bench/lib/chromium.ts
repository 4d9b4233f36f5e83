import puppeteer, {type Browser} from 'puppeteer-core'

/** Starts Chromium when this machine has it. @returns undefined, after saying so, when it has not */
export async function startChromium(): Promise<Browser | undefined> {
  const {findBrowsers} = await import(new URL('../../scripts/browsers.mjs', import.meta.url).href) as
    {findBrowsers(): {chromium?: {executable: string}}}
  const executablePath = findBrowsers().chromium?.executable
  if (!executablePath) {
    console.log('There is no Chromium on this machine, so there is nothing to measure with.')
    return undefined
  }
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  return puppeteer.launch({executablePath, args: ['--disable-gpu', '--no-first-run', ...root], protocolTimeout: 600_000})
}
