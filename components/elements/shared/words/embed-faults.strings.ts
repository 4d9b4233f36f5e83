import type {EmbedFault, EmbedFaultCode} from '../../../model/embeds/written.js'
import {frameQueryStrings} from './frame-query.strings.js'
import type {Strings} from './strings.js'

type FaultWords = Record<EmbedFaultCode, (fault: EmbedFault) => string>

/**
 * What is wrong with the guide on somebody's page, for whoever looks after it: each sentence names the element and says what to
 * write. In the browser's console and on the page that checks pasted code.
 */
export const embedFaultStrings = {
  en: {
    'hidden-place': ({element, found}) => `${tag(element)} is ${place(found!)}, where browsers do not show it. ${outOf(found!)}`,
    'in-head': ({element}) => `${tag(element)} is in the <head> of the page. Move it into the <body>, where the guide is to appear.`,
    'in-paragraph': ({element}) => `${tag(element)} is in a <p>, which ends before ${end(element)}. Take the <p> and </p> around it away.`,
    'nested': ({element, found}) => `${tag(element)} is inside <${found}>, which hides what is in it. Move it after </${found}>.`,
    'self-closed': ({element}) => `${tag(element)} ends with "/>", so browsers take the rest of the page for a part of it. Write ">", and ${end(element)} after it.`,
    'unclosed': ({element, found}) => found
      ? `${tag(element)} is closed by </${found}>. Write ${end(element)}.`
      : `${tag(element)} has no end tag, so what follows becomes a part of it. Write ${end(element)} after it.`,
    'curly-quotes': ({element}) => `${tag(element)} has curly quote marks (“ ”), which browsers take for a part of the words. Write straight ones: "`,
    'lost-quote': ({element}) => `${tag(element)} has a quote mark missing or too many. Write one " before and one " after each value.`,
    'odd-space': ({element}) => `${tag(element)} has a space in it that only looks like one, as copying from a document makes. Delete the spaces in the tag and type them again.`,
    'twice': ({element, name}) => `${tag(element)} says "${name}" more than once, and browsers use the first. Take the others away.`,

    'unknown-tag': ({element, meant, can}) => meant
      ? `${tag(element)} is not an element of the guide. Did you mean <${meant}>?`
      : `${tag(element)} is not an element of the guide. Use one of these: ${can?.join(', ')}.`,
    'inside-only': ({element}) => `${tag(element)} shows nothing by itself. Use <dsg-module>, which has it inside.`,
    'not-in-all': ({element}) => `${tag(element)} is not in dsg-all.js. Load dsg.js instead.`,

    'unknown-attribute': ({element, name, meant}) => `${tag(element)} has "${name}", which it does not know. Did you mean "${meant}"?`,
    'attribute-elsewhere': ({element, name, found, meant}) => meant === 'iframe'
      ? `${tag(element)} does not know "${name}". It belongs in the address of a frame.${name === 'theme' ? ' Without a frame, link the style sheet of the theme.' : ''}`
      : `${tag(element)} does not know "${name}", which belongs to <${meant}>. Write <${meant} ${set(name, found)}>, or take it out.`,
    'no-src': ({element, meant}) => `${tag(element)} does not say where the guide is. Add ${set('src', meant)}.`,
    'flag-value': ({element, name, found}) => `${tag(element)} has ${set(name, found)}, and the word alone switches it on. To switch it off, take "${name}" out.`,
    'heading-level': ({element, found}) => `${tag(element)} has heading-level="${found}". Write a number from 1 to 6.`,
    'guide-href': ({element, found}) => `${tag(element)} needs a web address in "guide-href", not "${found}".`,
    'allow-images': ({element, found}) => `${tag(element)} has allow-images="${found}". Write web addresses with spaces between them, such as https://images.example.nhs.uk.`,

    'no-address': ({element, name, meant}) => `${tag(element)} has nothing in "${name}". ${write(name, meant)}`,
    'not-web': ({element, name, found, meant}) => `${tag(element)} has ${set(name, found)}, which is not a web address. ${write(name, meant)}`,
    'placeholder': ({element, name, found, meant}) => `${tag(element)} has ${set(name, found)}, which is an example. ${write(name, meant, 'the address of your own guide')}`,
    'only-here': ({element, name, found, meant}) => `${tag(element)} has ${set(name, found)}, which works on your own computer only. ${write(name, meant)}`,
    'insecure': ({element, name, found, meant}) => `${tag(element)} has ${set(name, found)}. A page that begins with https shows nothing that begins with http. ${write(name, meant)}`,
    'other-guide': ({element, name, found, meant}) => `${tag(element)} shows what is at ${found}. If you want the guide that is here, write ${set(name, meant)}.`,
    'not-guide-file': ({element, found, meant}) => `${tag(element)} has ${set('src', found)}, which is not the guide's own file. Write ${set('src', meant)}.`,
    'no-such-page': ({element, found, meant}) => `${tag(element)} leads to ${found}, and the guide has no such page.${meant ? ` Did you mean ${meant}?` : ''}`,

    'no-id': ({element, name, meant, can}) => `${tag(element)} does not say which ${name} to show. Add ${name}="${meant ?? can?.[0] ?? `ID of the ${name}`}"${meant || !can?.length ? '' : ', or the id of another'}.`,
    'unknown-id': ({element, name, found, meant, can}) => `${tag(element)} asks for the ${name} "${found}", and the guide has none with that id.${
      meant ? ` Did you mean "${meant}"?` : can?.length ? ` It has: ${few(can)}.` : ''}`,
    'unknown-page': ({element, found, meant, can}) => `${tag(element)} asks for the page "${found}", and the module has none with that id. ${
      meant ? `Did you mean "${meant}"?` : `It has: ${few(can ?? [])}.`} It may also be the id of a heading.`,
    'id-elsewhere': ({element, name, found, meant}) => `${tag(element)} has ${set(name, found)}, which is not the id of a ${name}. Write ${meant}.`,
    'not-ids': ({element, name, found}) => `${tag(element)} has ${set(name, found)}, which is not an id. An id has letters, digits and hyphens only.`,
    'no-questions': ({element, found}) => `${tag(element)} shows the questions of "${found}", and that module has none. Write <dsg-module module="${found}">.`,

    'no-script': ({element, found, meant}) => `${tag(element)} needs the guide's script${found ? `, and ${found} is not the one` : ''}. Add this line to the page: <script type="module" ${set('src', meant)}></script>. If your editor takes scripts away when you save, use a frame.`,
    'not-module': ({element, found}) => `${tag(element)} loads dsg.js ${found ? `with type="${found}"` : 'without type="module"'}, so browsers do not run it. Write type="module".`,
    'script-type': ({element, found, meant}) => `${tag(element)} has type="${found}", which browsers do not run. ${meant ? `Write type="${meant}".` : 'Take "type" out.'}`,
    'nomodule': ({element}) => `${tag(element)} has "nomodule", which tells browsers not to run it. Take "nomodule" out.`,
    'two-scripts': ({element, found, meant}) => `${tag(element)} loads ${found}, and the page has loaded ${meant}. Keep one of the two.`,
    'script-again': ({element, found}) => `${tag(element)} loads ${found} once more. The line is needed once on a page.`,
    'script-elsewhere': ({element, found, meant}) => `${tag(element)} comes from another place than the guide: ${found}. Unless you know that both are the same edition, write ${set('src', meant)}.`,
    'script-name': ({element, found, meant}) => `${tag(element)} has ${set('src', found)}, and the guide has no such file. Did you mean ${meant}?`,
    'integrity': ({element}) => `${tag(element)} has "integrity", which stops the script when a new edition of it comes. Take it out, or change it with each edition.`,
    'inline-import': ({element, found}) => `${tag(element)} imports dsg.js ${found ? `with type="${found}"` : 'without type="module"'}, so browsers do not run it. Write <script type="module">.`,

    'frame-page': ({element, found, meant}) => `${tag(element)} has ${set('src', found)}, which is not the guide's page for frames. Write ${set('src', meant)}.`,
    'frame-address': ({element, query}) => `${tag(element)}: ${frameQueryStrings.en.fault(query!)}`,
    'frame-title': ({element}) => `${tag(element)} has no title, so people who cannot see it do not know what it is. Add title="Digital skills guide".`,
    'frame-sandbox': ({element, meant}) => `${tag(element)} has a sandbox that keeps the guide from working. Add ${meant} to "sandbox", or take it out.`,
    'frame-height': ({element, found, meant}) => `${tag(element)} ${found ? `has height="${found}"` : 'has no height'}, which shows a few lines only. Write height="${meant}".`,
    'frame-not-sized': ({element}) => `${tag(element)} keeps its height although dsg-frame.js is on the page. Write <iframe data-dsg-frame …>.`,

    'not-a-stylesheet': ({element}) => `${tag(element)} has no rel="stylesheet", so browsers do not use it. Add rel="stylesheet".`,
    'unknown-theme': ({element, found, meant, can}) => `${tag(element)} asks for ${found}, and the guide has no such file. ${meant ? `Did you mean ${meant}?` : `It has: ${can?.join(', ')}.`}`,
    'policy': ({element, found, meant}) => `${tag(element)} has a content security policy that stops the guide: add ${meant} to ${found}.`,
    'policy-self': ({element, found, meant}) => `${tag(element)} has a content security policy. Unless your page is at ${meant} too, add ${meant} to ${found}.`,
  } satisfies FaultWords,
} satisfies Strings<FaultWords>

function tag({tag}: {tag: string}): string {
  return `<${cut(tag)}>`
}

function end({tag}: {tag: string}): string {
  return `</${tag}>`
}

/** An attribute, as it is to stand in the tag. */
function set(name?: string, value?: string): string {
  return `${name}="${value}"`
}

function write(name?: string, meant?: string, otherwise = 'the address of the guide, which begins with https'): string {
  return meant ? `Write ${set(name, meant)}.` : `Write ${otherwise}.`
}

function place(found: string): string {
  return found === 'comment' ? 'in a comment (<!-- -->)' : found === 'text' ? 'written as text' : `inside <${found}>`
}

function outOf(found: string): string {
  if (found === 'comment') return 'Take <!-- and --> away.'
  if (found === 'text' || found === 'code' || found === 'pre') {
    return 'Paste it as code: in the HTML of the page, or in a block called "HTML" or "Embed code", with < and > as they are.'
  }
  return `Move it out of <${found}>.`
}

function few(ids: readonly string[]): string {
  return ids.length > 6 ? `${ids.slice(0, 6).join(', ')} and ${ids.length - 6} more` : ids.join(', ')
}

/** Words of somebody's page, shortened so that they do not fill the screen. */
function cut(words: string): string {
  return words.length > 60 ? `${words.slice(0, 60)}…` : words
}
