/** A number that can be dialled, as it is written, and as an address. */
export interface PhoneNumber { said: string; address: string }

/** Numbers that begin with 0 or +, with an extension or without; extensions, and short numbers that are named as such. */
const WHOLE = String.raw`(\+?\d(?:[ ()-]*\d){8,14})(?:,? *(?:ext(?:ension)?\.?|x) *(\d{2,6}))?`
const NAMED = String.raw`\b(?:(?:ext(?:ension)?\.?|x) *(\d{2,6})|(?:call|phone|ring|dial)(?: us)?(?: on)? +(\d{3,6})(?! ?\d))`
const NUMBERS = new RegExp(String.raw`(?<![\d.,/+-])(?:${WHOLE}|${NAMED})(?![\d.,]?\d)`, 'gi')

/** The phone numbers in a text, such as `ext 4444`, `01632 960 123` and `call 111`, each once. Other numbers are left alone. */
export function phoneNumbers(text: string): PhoneNumber[] {
  const found = new Map<string, string>()
  for (const [said, whole, inner, extension, short] of text.matchAll(NUMBERS)) {
    const digits = whole?.replace(/\(0\)|[^\d+]/g, '')
    if (digits !== undefined && !/^(0\d{8,10}|\+\d{9,14})$/.test(digits)) continue
    const address = digits ? `tel:${digits}${inner ? `;ext=${inner}` : ''}` : `tel:${extension ?? short}`
    if (!found.has(address)) found.set(address, short ?? said.trim())
  }
  return [...found].map(([address, said]) => ({said, address}))
}
