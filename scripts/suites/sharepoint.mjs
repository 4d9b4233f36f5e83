import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {ROOT} from '../setup.mjs'
import {runFiles} from './node-tests.mjs'

/**
 * The SharePoint package, built with Microsoft's tools and opened under a policy stricter than SharePoint's. The tools
 * are 1,200 packages, so it is for CI; by hand: `npm run test:sharepoint`.
 */
export const sharepoint = {
  name: 'sharepoint',
  async run({patterns}) {
    if (patterns.length > 0) return []
    const building = spawn(process.execPath, ['hosts/sharepoint/build.mjs'], {cwd: ROOT, stdio: 'inherit'})
    const [code] = await once(building, 'close')
    if (code !== 0) throw new Error('The package was not built. The lines above say why.')
    return runFiles('sharepoint', ['test/hosts/sharepoint.test.ts'])
  },
}
