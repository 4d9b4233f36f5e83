import assert from 'node:assert/strict'
import type {ChildProcess} from 'node:child_process'
import {writeFileSync} from 'node:fs'
import {createServer, request, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {join} from 'node:path'
import {after, before, describe, it} from 'node:test'
import type {GuideManifest} from '../../../components/model/pack/files.js'
import {ended, runDsg, startDsg, temporaryFolder, type Ran} from '../run-dsg.js'
import {MODULE_PATH, moduleText, writeGuide} from '../sample-guide.js'

/** Some 10 seconds are enough. A server that says nothing would be waited for without end. */
const LONGEST_MS = 120_000

describe('dsg preview', {timeout: LONGEST_MS}, () => {
  const root = temporaryFolder()
  const content = writeGuide(join(root, 'content'))
  const host = join(root, 'host')
  let child: ChildProcess
  let end: Promise<Ran>
  let address = ''

  before(async () => {
    writeGuide(host, {
      'index.html': '<!doctype html><title>Home</title><dsg-guide src="/guide/guide.json"></dsg-guide>',
      'local/page.md': '# A page of this site',
      'site.css': 'p { color: red }',
    })
    child = startDsg('preview', content, '--host', host, '--port', String(await freePort()))
    end = ended(child)
    const [, found = ''] = await printed(child, /Ready: (http:\S+)/)
    address = found
  })

  after(() => { child.kill('SIGKILL') })

  /** Not any reload: somebody may be editing the elements while this runs. */
  const RELOAD = `"triggeredBy":"${content}"`

  const get = (path: string): Promise<Response> => fetch(new URL(path, address))
  const edition = async (): Promise<string> => (await (await get('/guide/guide.json')).json() as GuideManifest).edition
  const edit = (words: string): void => writeFileSync(join(content, MODULE_PATH), moduleText('lock-screen', words))

  it('serves the host\'s pages with a script that reloads them', async () => {
    const page = await get('/')
    assert.match(page.headers.get('content-type') ?? '', /^text\/html/)
    const text = await page.text()
    assert.match(text, /<dsg-guide src="\/guide\/guide\.json">/)
    assert.match(text, /<script type="module" src="\/@vite\/client"><\/script>/)
  })

  const files = [
    {path: '/site.css', type: /^text\/css/, has: 'color: red'},
    {path: '/local/page.md', type: /^text\/markdown/, has: '# A page of this site'},
    {path: '/dsg/dsg.js', type: /^text\/javascript/, has: 'import'},
    {path: '/guide/dsg.js', type: /^text\/javascript/, has: 'import'},
    {path: '/guide/embed.js', type: /^text\/javascript/, has: 'import'},
    {path: '/guide/dsg-frame.js', type: /^text\/javascript/, has: 'import'},
    {path: '/guide/guide.json', type: /^application\/json/, has: '"dsg-guide"'},
    {path: '/guide/', type: /^text\/html/, has: 'modules/lock-screen.html'},
    {path: '/guide/modules/lock-screen.html', type: /^text\/html/, has: 'Lock the screen'},
  ]
  for (const {path, type, has} of files) {
    it(`serves ${path}`, async () => {
      const response = await get(path)
      assert.equal(response.status, 200)
      assert.match(response.headers.get('content-type') ?? '', type)
      assert.ok((await response.text()).includes(has))
    })
  }

  it('serves the elements\' sources as a browser can run them, decorators compiled', async () => {
    const source = await (await get('/components/elements/shared/base/element.ts')).text()
    assert.doesNotMatch(source, /^\s*@(?:property|state)\(/m)
    // A class field of the same name would hide Lit's accessor, and the element would never render again.
    assert.doesNotMatch(source, /^\s*(?:src|guide|headingLevel)\s*(?:=[^=>]|;)/m)
  })

  it('serves the module files that guide.json names, and each module by itself', async () => {
    const manifest = await (await get('/guide/guide.json')).json() as GuideManifest
    for (const {file, id} of manifest.modules) {
      for (const path of [file, `alone/${id}.json`]) assert.equal((await get(`/guide/${path}`)).status, 200)
    }
  })

  const nothing = [
    '/guide/nothing.json', '/nothing.html', '/..%2fcontent%2fguide.html', '/guide/..%2fguide.yaml', '/%E0%A4',
  ]
  for (const path of nothing) {
    it(`has nothing at ${path}`, async () => assert.ok([400, 404].includes((await get(path)).status)))
  }

  it('compiles anew after an edit and has the page reload', async () => {
    const before = await edition()
    const reload = await told(address, RELOAD)
    edit('Edited words.')
    await reload.message
    assert.notEqual(await edition(), before)
  })

  it('keeps the guide as it was while the content has errors, and says so on the page', async () => {
    const before = await edition()
    const error = await told(address, 'nowhere')
    edit('[Away](module:nowhere)')
    assert.match(await error.message, /"type":"error"/)
    assert.equal(await edition(), before)

    const late = await told(address, 'nowhere')
    assert.match(await late.message, /"type":"error"/, 'a page opened meanwhile is told as well')

    const reload = await told(address, RELOAD)
    edit('All is well again.')
    await reload.message
    assert.notEqual(await edition(), before)
  })

  it('takes the next port when the wanted one is in use, and says so', async () => {
    const wanted = Number(new URL(address).port)
    const second = startDsg('preview', content, '--host', host, '--port', String(wanted))
    const secondEnd = ended(second)
    const [text] = await printed(second, /Ready: \S+/)
    assert.match(text, new RegExp(`Port ${wanted} is in use, so this one is on port \\d+`))
    second.kill('SIGTERM')
    assert.equal((await secondEnd).code, 0)
  })

  it('ends with 0 when it is told to stop, with a page still open', async () => {
    await told(address, 'full-reload')
    child.kill('SIGTERM')
    const {code, stderr} = await end
    assert.equal(code, 0)
    assert.doesNotMatch(stderr, /^\s+at /m)
  })

  it('refuses a folder that is not there and a port that is none', async () => {
    const folder = await runDsg('preview', join(root, 'nowhere'))
    assert.equal(folder.code, 2)
    assert.match(folder.stderr, /There is no folder/)
    const port = await runDsg('preview', content, '--port', '99999')
    assert.equal(port.code, 2)
    assert.match(port.stderr, /"99999" is not a port/)
  })
})

/** Everything printed until the pattern was, with what its groups found. */
function printed(child: ChildProcess, pattern: RegExp): Promise<[text: string, ...groups: string[]]> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.once('close', () => reject(new Error(`It ended and never printed ${pattern}:\n${text}`)))
    child.stdout?.on('data', (more: string) => {
      text += more
      const match = pattern.exec(text)
      if (match) resolve([text, ...match.slice(1)])
    })
  })
}

/**
 * Listens as an open page does. Resolves once connected; `message` once the server sent something with these words. Both
 * fail when the server goes away: no word would ever come.
 */
async function told(address: string, words: string): Promise<{message: Promise<string>}> {
  const client = await (await fetch(new URL('/@vite/client', address))).text()
  const [, token = ''] = /wsToken = "([^"]+)"/.exec(client) ?? []
  return new Promise((resolve, reject) => {
    const upgrade = request(new URL(`/?token=${token}`, address), {headers: {
      connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-protocol': 'vite-hmr',
      'sec-websocket-key': Buffer.from('sixteen bytes ok').toString('base64'),
    }})
    upgrade.once('error', reject)
    upgrade.once('response', ({statusCode}) => reject(new Error(`The server answered ${statusCode} and opened no socket.`)))
    upgrade.once('upgrade', (_response, socket, head) => {
      const message = new Promise<string>((found, failed) => {
        let text = head.toString()
        const look = (): void => { if (text.includes(words)) { found(text); socket.destroy() } }
        socket.on('data', (more: Buffer) => { text += more.toString(); look() })
        socket.once('error', failed)
        socket.once('close', () => failed(new Error(`The server went away and never said ${words}, only:\n${text}`)))
        look()
      })
      // Not every test waits for it: one that does is told all the same.
      message.catch(() => {})
      resolve({message})
    })
    upgrade.end()
  })
}

async function freePort(): Promise<number> {
  const server: Server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const {port} = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}
