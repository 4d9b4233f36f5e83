import type {StyleRule} from '../page/rule.js'

const VAGUE = new Set([
  'click here', 'here', 'click', 'this', 'this link', 'link', 'this page', 'page', 'this site', 'this website',
  'website', 'more', 'read more', 'see more', 'learn more', 'find out more', 'more information', 'more info',
  'more details', 'details', 'go', 'this article', 'this document', 'see here', 'read this', 'this guide',
  'continue reading', 'download', 'info',
])

export const linkText: StyleRule = {
  id: 'C09', title: 'Link text makes sense by itself', severity: 'error',
  check: ({page}) => page.all.flatMap(prose => prose.marks.filter(({type}) => type === 'link').flatMap(link => {
    const words = prose.text.slice(link.from, link.to).trim()
    const isAddress = /^[[<](?:https?:|www\.)/i.test(page.source.text.slice(link.at, link.at + 9))
    const bare = words.toLowerCase().replace(/[.:!\u2026>»]+$/, '').trim()
    if (!isAddress && !VAGUE.has(bare)) return []
    return [{
      at: link.at,
      message: isAddress ? 'The text of this link is an address.' : `"${words}" does not say where this link leads.`,
      advice: 'Use the title of the page, or what people do there. Screen readers list links by themselves.',
    }]
  })),
}
