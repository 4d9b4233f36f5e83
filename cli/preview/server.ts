import type {Server} from 'node:http'
import {basename, join} from 'node:path'
import {createServer, type ViteDevServer} from 'vite'
import type {LiveGuide} from './live-guide.js'
import {IS_CLONE, isInside, REPOSITORY} from '../terminal/paths.js'
import {slashed} from '../terminal/slashed.mjs'
import {tellPages} from './pages.js'
import {previewRoutes, SCRIPTS, type FindFile} from './routes.js'

/** The folders of the compiler: an edit of these changes what the content compiles to. */
const COMPILER = ['components/compile', 'components/model'].map(folder => join(REPOSITORY, folder))

/** The source of each script of a pack, in `components/embed`. */
const SOURCES: Record<string, string> = {
  'dsg.js': 'dsg.ts', 'embed.js': 'frame/frame.ts', 'dsg-frame.js': 'frame/host.ts',
}

/** Folders that Vite does not watch: no page shows them, and some are written to while pages are open. */
const NOT_SHOWN = ['dist', 'site', 'storybook-static', 'test', 'bench', '.cache']

/**
 * Vite's development server with our addresses in front of it.
 *
 * @param http - the server it answers on, and whose web socket tells pages to reload
 */
export function createPreviewServer(http: Server, host: string, findPackFile: FindFile): Promise<ViteDevServer> {
  return createServer({
    configFile: false,
    root: REPOSITORY,
    publicDir: host,
    appType: 'custom',
    logLevel: 'warn',
    resolve: {
      // The host's pages and the pack's pages ask for the scripts at the addresses these have after a build.
      alias: Object.fromEntries(SCRIPTS.map(script => [script, fileOf(basename(script))])),
      // Without Vite's condition "development", so that pages run the code that is shipped.
      conditions: ['module', 'browser'],
    },
    // No dependency has to be bundled first, since all are published as modules. Bundling would reload the first page opened.
    optimizeDeps: {noDiscovery: true, include: []},
    server: {
      middlewareMode: true,
      hmr: {server: http},
      watch: {ignored: NOT_SHOWN.map(name => slashed(join(REPOSITORY, name, '**')))},
    },
    plugins: [{
      name: 'dsg-preview',
      configureServer(vite) {
        vite.middlewares.use(previewRoutes(vite, host, findPackFile))
        http.on('request', vite.middlewares)
      },
    }],
  })
}

/** Compiles again after edits of content or compiler, and reloads after edits of the host's pages. Vite sees to the rest. */
export function watchFolders(vite: ViteDevServer, folders: {content: string[]; host: string}, guide: LiveGuide): void {
  vite.watcher.add([...folders.content, folders.host])
  vite.watcher.on('all', (_event, path) => {
    if ([...folders.content, ...COMPILER].some(folder => isInside(path, folder))) guide.updateSoon()
    else if (isInside(path, folders.host)) tellPages(vite, {type: 'full-reload'})
  })
}

/** The source of a script in a clone. The published package has the script built, so Vite and packages have no work there. */
function fileOf(script: string): string {
  return slashed(join(REPOSITORY, IS_CLONE ? `components/embed/${SOURCES[script]}` : `cdn/${script}`))
}
