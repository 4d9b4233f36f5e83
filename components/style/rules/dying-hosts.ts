import {matches} from '../page/matches.js'
import type {StyleRule} from '../page/rule.js'

/**
 * Hosts that are no longer kept up. transform.england.nhs.uk stopped being updated on 31 March 2026; NHSX and Health
 * Education England are no bodies any more. What stands there may be true still, so this is a note and not a fault.
 */
const DYING = /https?:\/\/(?:www\.)?(transform\.england\.nhs\.uk|nhsx\.nhs\.uk|hee\.nhs\.uk)\b/gi

export const dyingHosts: StyleRule = {
  id: 'old-site', title: 'Links lead to sites that are kept up', severity: 'info',
  check: ({page}) => matches(DYING, page.source.text).map(found => ({
    at: found.index,
    message: `The site ${found[1]!.toLowerCase()} is no longer kept up, so this page may move or go out of date.`,
    advice: 'Look for the same guidance on a site that is kept up. Until then, check this one at each review.',
  })),
}
