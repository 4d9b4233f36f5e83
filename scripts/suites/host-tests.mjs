import {once} from 'node:events'
import {runFiles} from './node-tests.mjs'
import {start} from './processes.mjs'

/**
 * Tests in other people's systems that the guide is embedded in. They need many packages, so outside CI they run by hand.
 *
 * @satisfies {Record<string, import('./suites.mjs').Suite>}
 */
export const hostTests = {
  /** The package, built with Microsoft's tools (1,200 packages) and opened under a policy stricter than SharePoint's. */
  sharepoint: {
    name: 'sharepoint',
    tests: ['hosts/sharepoint.test.ts'],
    needs: ['chromium', 'firefox'],
    byHand: 'npm run test:sharepoint',
    async run(job) {
      const building = start(process.execPath, ['hosts/sharepoint/build.mjs'], {stdio: ['ignore', 'inherit', 'inherit']})
      const [code] = await once(building, 'close')
      if (code !== 0) throw new Error('The package was not built. The lines above say why.')
      return runFiles(job)
    },
  },
  /** The plugin, put into a WordPress with PHP and a database of its own. */
  wordpress: {
    name: 'wordpress',
    tests: ['hosts/wordpress.test.ts'],
    needs: ['chromium', 'php', 'mariadb', 'wordpress'],
    byHand: 'npm run test:wordpress',
    run: runFiles,
  },
}
