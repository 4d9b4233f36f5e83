import type {Server} from 'node:http'
import {basename, join} from 'node:path'
import {createServer, type ViteDevServer} from 'vite'
import type {LiveGuide} from './live-guide.js'
import {IS_CLONE, isInside, REPOSITORY} from '../terminal/paths.js'
import {slashed} from '../terminal/slashed.mjs'
import {tellPages} from './pages.js'
import {previewRoutes, SCRIPTS, type FindFile} from './routes.js'

/** Edits here change what the content compiles to. */
const COMPILER = ['components/compile', 'components/model'].map(folder => join(REPOSITORY, folder))

/** What the scripts of a pack are made from, in `components/embed`. */
const SOURCES: Record<string, string> = {
  'dsg.js': 'dsg.ts', 'embed.js': 'frame/frame.ts', 'dsg-frame.js': 'frame/host.ts',
}

/** Nothing here is part of a page, and some of it is written while pages are open. */
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
      // Pages of the host and pages of the pack find the elements where those would be after a build.
      alias: Object.fromEntries(SCRIPTS.map(script => [script, fileOf(basename(script))])),
      // Without Vite's "development", so that a page is shown by the code that is shipped.
      conditions: ['module', 'browser'],
    },
    // Every dependency is published as modules, so none needs bundling first; that would reload the first page opened.
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

/** Content and compiler: compile again. The host's pages: reload. The elements' own sources are Vite's business. */
export function watchFolders(vite: ViteDevServer, folders: {content: string[]; host: string}, guide: LiveGuide): void {
  vite.watcher.add([...folders.content, folders.host])
  vite.watcher.on('all', (_event, path) => {
    if ([...folders.content, ...COMPILER].some(folder => isInside(path, folder))) guide.updateSoon()
    else if (isInside(path, folders.host)) tellPages(vite, {type: 'full-reload'})
  })
}

/** What is built already needs none of Vite's work, nor packages from other folders. */
function fileOf(script: string): string {
  return slashed(join(REPOSITORY, IS_CLONE ? `components/embed/${SOURCES[script]}` : `cdn/${script}`))
}
