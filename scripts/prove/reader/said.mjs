/** What Orca's debug file says that it spoke, in plain lines. */

/** `07:12:01.123456 - SPEECH OUTPUT: 'Search button' voice=… {…}`; a text of several lines goes on in lines that are indented. */
const SPEECH = /^[\d:.]+ - SPEECH OUTPUT: '(.*?)'(?: voice=\w+)?(?: ?(?:\{.*|None))?$/s

/** The start of an entry of the file, whatever it tells. */
const ENTRY = /^(?=\d\d:\d\d:\d\d\.\d+ - )/m

/**
 * @param {string} log - a piece of the debug file
 * @returns {string[]} each thing that was spoken, in its order
 */
export function spokenIn(log) {
  return log.split(ENTRY).flatMap(entry => {
    const [first = '', ...more] = entry.split('\n')
    // What belongs to an entry is indented under it; anything else after it is another kind of line.
    const end = more.findIndex(line => !line.startsWith(' '.repeat(18)))
    const text = [first, ...more.slice(0, end < 0 ? more.length : end).map(line => line.trim())].join(' ').trimEnd()
    const spoken = SPEECH.exec(text)?.[1]?.replace(/\[OBJ\]/g, ' ').replace(/\s+/g, ' ').trim()
    return spoken ? [spoken] : []
  })
}
