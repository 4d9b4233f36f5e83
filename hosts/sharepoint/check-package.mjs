/** Whether a .sppkg has what SharePoint looks for: Open Packaging Conventions, an app manifest, and its scripts. */
import {strFromU8, unzipSync} from 'fflate'

/**
 * @param {Uint8Array} bytes
 * @returns {string[]} what is wrong, a sentence each
 */
export function faultsIn(bytes) {
  const files = unzipSync(bytes)
  /** @param {string} name */
  const text = name => strFromU8(files[name] ?? new Uint8Array())
  const scripts = Object.keys(files).filter(name => /^ClientSideAssets\/.*\.js$/.test(name))
  const guide = scripts.map(text).find(script => script.includes('dsg-quiz')) ?? ''
  const missing = ['AppManifest.xml', '[Content_Types].xml', '_rels/.rels', '_rels/AppManifest.xml.rels']
    .filter(name => !files[name])
  const related = Object.keys(files).filter(name => name.endsWith('.rels'))
    .flatMap(name => [...text(name).matchAll(/Target="\/([^"]+)"/g)].map(([, target = '']) => ({name, target})))
  const absent = related.filter(({target}) => !files[target])
  const manifest = text('AppManifest.xml')
  /** @type {[holds: boolean, fault: string][]} */
  const rules = [
    [manifest.includes('IsClientSideSolution="true"'), 'Its manifest names no client side solution.'],
    [manifest.includes('SkipFeatureDeployment="true"'), 'It cannot be deployed to all sites at once.'],
    [guide !== '', 'None of its scripts has the guide in it.'],
    [related.some(({target}) => scripts.includes(target)), 'Its scripts are not part of the package.'],
  ]
  return [
    ...missing.map(name => `It has no ${name}.`),
    ...absent.map(({name, target}) => `${name} names ${target}, which is not there.`),
    ...rules.filter(([holds]) => !holds).map(([, fault]) => fault),
  ]
}
