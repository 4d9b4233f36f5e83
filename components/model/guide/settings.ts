/**
 * An organisation's local details, by the name content uses in `{{name | fallback}}`. Plain text, except that a value
 * that is an address (`https://…`, `mailto:…`, `tel:…`) is shown as a link.
 */
export type Settings = Readonly<Record<string, string>>
