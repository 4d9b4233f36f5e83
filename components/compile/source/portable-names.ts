import {withoutUnseen} from '../../model/formats/unseen.js'

/** Names that Windows keeps for devices, whatever stands after a dot: a file of such a name cannot be made there. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])(?:\.|$)/i
/** Signs that Windows takes in no name. */
const FORBIDDEN = /[<>:"|?*\\\p{Cc}]/u

/** Is this what Windows keeps for itself, as an id or as the name of a file or folder? */
export function isDeviceName(name: string): boolean {
  // Windows does not see spaces before the dot.
  return DEVICE.test(name.replace(/ +(?=\.|$)/g, ''))
}

/**
 * Why a path cannot be copied to Windows or found by its name, in plain words about the first of its names that is in the way.
 *
 * @param path - with forward slashes
 */
export function notPortable(path: string): string | undefined {
  for (const name of path.split('/')) {
    if (isDeviceName(name)) return `Windows keeps the name "${name}" for itself`
    if (/[. ]$/.test(name) && !/^\.{1,2}$/.test(name)) return `Windows takes no name that ends in a dot or a space, such as "${name}"`
    const sign = FORBIDDEN.exec(name)?.[0]
    if (sign) return `Windows takes no ${/\p{Cc}/u.test(sign) ? 'unseen sign' : sign} in a name, such as "${name}"`
    const seen = withoutUnseen(name)
    if (seen !== name) return `The name "${seen}" has a character in it that nobody sees`
  }
  return undefined
}

/** Equal for names that are one file on Windows and on a Mac: they differ in capital letters, or in how an accent is written. */
export function sameOnWindows(path: string): string {
  return path.normalize('NFC').toLowerCase()
}
