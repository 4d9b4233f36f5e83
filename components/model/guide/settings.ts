/**
 * What an organisation filled in for each setting, by the name in `{{name | fallback}}`. Values are plain text; one that is an
 * address (`https://…`, `mailto:…`, `tel:…`) is shown as a link.
 */
export type Settings = Readonly<Record<string, string>>

/** The setting with the name of the organisation. Certificates ask for it, and no text need. */
export const ORGANISATION = 'organisation'
