import {join} from 'node:path'
import {REPOSITORY} from '../../../cli/terminal/paths.js'
import {compileContent} from '../../../cli/content/compile-content.js'
import type {HostPage} from '../../../components/model/embeds/written.js'

/** Where the shipped guide is, in the tests of pages that show it. */
export const SITE = 'https://guide.trust.nhs.uk/skills/'

export const {guide} = compileContent(join(REPOSITORY, 'content'))

/** What the builder of that site knows. */
export const PAGE: HostPage = {site: SITE, guide}
