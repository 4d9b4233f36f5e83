import type {Finding, StyleRule} from '../page/rule.js'
import type {StyleTable} from '../page/style-page.js'

const NUMBER = /^[\s£$+\u2212-]*[\d.,]+\s*(?:%|million|billion)?\s*$/
const OF_TEXT = /\b(?:poster|leaflet|text|words|paragraph|scan of|page of)\b/i

/** The compiler reports an image without alt text. */
export const alignmentAndImages: StyleRule = {
  id: 'C34', title: 'Text is aligned left, and none is in images', severity: 'error',
  check: ({page}) => [...page.tables.flatMap(alignment), ...page.images.flatMap(({alt, url, at}): Finding[] => {
    if (isFileName(alt, url)) {
      return [{at, message: 'The text of this image is a file name.', advice: 'Write what the image shows.'}]
    }
    return /^(?:an? )?(?:image|picture|photo|screenshot) of\b/i.test(alt) && OF_TEXT.test(alt) ? [{
      at, severity: 'warning' as const, message: 'This image seems to be a picture of text.',
      advice: 'Write the words in the page, where they can be read aloud, searched and made larger.',
    }] : []
  })],
}

function alignment({align, rows, at}: StyleTable): Finding[] {
  return align.flatMap((side, column): Finding[] => {
    const cells = rows.slice(1).flatMap(row => row[column]?.text.trim() ? [row[column].text] : [])
    const isFine = side === null || side === 'left' || (side === 'right' && cells.every(text => NUMBER.test(text)))
    return isFine ? [] : [{
      at: rows[0]?.[column]?.offset(0) ?? at, message: `Column ${column + 1} of this table is aligned ${side}.`,
      advice: 'Take the colon in the line of dashes away. Only numbers are aligned right.',
    }]
  })
}

function isFileName(alt: string, url: string): boolean {
  const words = alt.trim()
  const name = url.split('/').at(-1)?.replace(/\.\w+$/, '')
  return /\.(?:png|jpe?g|gif|webp|svg)$/i.test(words) || (words === name && /[-_\d]/.test(words))
}
