import type {StyleRule} from '../page/rule.js'

const WITH_SIZE = /\(PDF( only)?, \d+(?:\.\d+)?\s?[KM]B\)/i

export const pdfLinks: StyleRule = {
  id: 'C11', title: 'Links to PDF files are avoided, or say what they are', severity: 'error',
  check: ({page}) => page.all.flatMap(prose => prose.marks.flatMap(mark => {
    if (mark.type !== 'link' || !/\.pdf(?:[?#]|$)/i.test(mark.url ?? '')) return []
    const label = WITH_SIZE.exec(prose.text.slice(mark.from, mark.to))
    if (label?.[1]) return []
    return [label ? {
      at: mark.at, severity: 'warning' as const, message: 'This link leads to a PDF file.',
      advice: 'Link to a web page with the same words. If there is none, write "(PDF only, 545KB)".',
    } : {
      at: mark.at, message: 'This link leads to a PDF file and does not say so.',
      advice: 'Link to a web page with the same words. If there is none, end the link text with "(PDF only, 545KB)".',
    }]
  })),
}
