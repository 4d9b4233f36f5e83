import type {Address} from '../model/guide/document.js'
import type {Guide} from '../model/guide/guide.js'
import {sitePage} from '../model/guide/site-page.js'
import type {Route} from '../elements/shared/page/route.js'

/** Where a page stands in the pack's folder, and the way back from it to the folder: '' or `../`. */
export interface PageAddress { path: string; root: '' | '../' }

export const HOME: PageAddress = {path: sitePage.home, root: ''}
export const GLOSSARY: PageAddress = {path: sitePage.glossary, root: ''}
export const EMBED_THIS: PageAddress = {path: sitePage.embedThis, root: ''}

export function modulePlace(id: string): PageAddress {
  return {path: sitePage.module(id), root: '../'}
}

export function pathwayPlace(id: string): PageAddress {
  return {path: sitePage.pathway(id), root: '../'}
}

export function frameworkPlace(id: string): PageAddress {
  return {path: sitePage.framework(id), root: '../'}
}

export function canvasPlace(id: string): PageAddress {
  return {path: sitePage.canvas(id), root: '../'}
}

/** Where a page is, as a link from another has it. @param root - the way back from the linking page */
export function linkTo({path}: PageAddress, root: PageAddress['root']): Address {
  return root + path as Address
}

/** The address of the page that shows a place in the guide without script. @param root - the way from the linking page */
export function staticAddress(route: Route, root: PageAddress['root'], guide: Guide): Address {
  return root + pathTo(route, guide) as Address
}

function pathTo(route: Route, {frameworks}: Guide): string {
  switch (route.view) {
    case 'pathway': return pathwayPlace(route.pathway).path
    case 'module': return modulePlace(route.module).path + (route.page ? `#page-${route.page}` : '')
    case 'glossary': return GLOSSARY.path + (route.term ? `#term-${route.term}` : '')
    case 'assessment': return (frameworks[0] ? frameworkPlace(frameworks[0].id) : HOME).path
    case 'home': case 'search': case 'profile': case 'record': case 'unknown': return HOME.path
  }
}

/** The one address of a page that search engines are to keep. For the home page, it is that of the folder. */
export function canonicalAddress({path}: PageAddress, site: URL): string {
  return new URL(path === HOME.path ? './' : path, site).href
}
