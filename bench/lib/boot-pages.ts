import {execFileSync} from 'node:child_process'
import {existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'
import type {ChoiceQuestion} from '../../components/model/guide/question.js'
import {plainText} from '../../components/model/guide/document.js'
import type {Guide} from '../../components/model/guide/guide.js'
import type {Module} from '../../components/model/guide/module.js'
import {aloneFile} from '../../components/compile/pack/pack.js'
import {dataBlock} from '../../components/site/page.js'
import {preloadLinks, type Chunks} from '../../components/site/preload.js'

/** One way to put a question on a page: its HTML, and the files that it asks for, by address. */
export interface BootPage { name: string; html: string; files: Map<string, Buffer> }

const PEERS = ['@shoelace-style/shoelace@2.20.1', 'quizdown@0.4.1', 'survey-core@2.5.38', 'survey-js-ui@2.5.38']
const BARE_LIT = fileURLToPath(new URL('../boot.bare-lit.ts', import.meta.url))

const START = '<script type="module" src="/guide/dsg.js"></script>'

/** A site that `dsg build` wrote, of any version: a module's quiz as the snippet has it, and the guide's home. */
export function sitePages(site: string, module: string, when = ''): BootPage[] {
  return [
    {name: `dsg-quiz, the snippet${when}`, html: page(START, quizOf(module)), files: filesOf(site, '/guide')},
    {name: `dsg-guide, its built home${when}`, html: readFileSync(join(site, 'index.html'), 'utf8'), files: filesOf(site, '')},
  ]
}

/** A module's quiz in a page that has what our own pages say ahead. */
export function builtPage(site: string, guide: Guide, module: Module, chunks: Chunks): BootPage {
  const withData = quizOf(module.id).replace('></', `>${dataBlock(aloneFile(guide, module).text)}</`)
  const links = preloadLinks({element: {tag: 'dsg-quiz'}, place: {root: ''}}, chunks).replaceAll('href="', 'href="/guide/')
  return {name: 'dsg-quiz, in a built page', html: page(START + links, withData), files: filesOf(site, '/guide')}
}

function quizOf(module: string): string {
  return `<dsg-quiz src="/guide/guide.json" module="${module}"></dsg-quiz>`
}

/** A folder's files by their addresses under `root`. */
function filesOf(folder: string, root: string): Map<string, Buffer> {
  return new Map(readdirSync(folder, {recursive: true, withFileTypes: true}).filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(file => [root + file.slice(folder.length), readFileSync(file)]))
}

/** The same question without us: as plain HTML, and as the smallest element that Lit can make of it. */
export async function plainPages(question: ChoiceQuestion): Promise<BootPage[]> {
  const data = {title: plainText(question.prompt), answers: question.answers.map(({content}) => plainText(content))}
  const radios = data.answers.map((answer, i) => `<p><input type="radio" name="a" id="a${i}"><label for="a${i}">${answer}</label></p>`)
  const lit = await bundle(BARE_LIT)
  return [
    {name: 'static HTML', html: page('', `<form><fieldset><legend>${data.title}</legend>${radios.join('')}</fieldset></form>`), files: new Map()},
    {
      name: 'bare Lit', files: new Map([['/lit.js', lit]]),
      html: page('<script type="module" src="/lit.js"></script>', `<bare-quiz data='${JSON.stringify(data).replace(/'/g, '&#39;')}'></bare-quiz>`),
    },
  ]
}

/** What people would pick instead, from npm, installed in a folder that goes with the machine's temporary files. */
export async function peerPages(question: ChoiceQuestion): Promise<BootPage[]> {
  const folder = join(tmpdir(), 'dsg-bench-boot')
  if (!PEERS.every(peer => existsSync(join(folder, 'node_modules', peer.replace(/@[^@]+$/, ''))))) {
    execFileSync('mkdir', ['-p', folder])
    writeFileSync(join(folder, 'package.json'), '{"private": true}')
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...PEERS], {cwd: folder, stdio: 'ignore'})
  }
  const title = plainText(question.prompt)
  const answers = question.answers.map(({content}) => plainText(content))
  const place = mkdtempSync(join(folder, 'entry-'))
  const entry = async (name: string, text: string) => {
    writeFileSync(join(place, name), text)
    return bundle(join(place, name))
  }
  const shoelace = await entry('shoelace.js', `
    import '@shoelace-style/shoelace/dist/components/radio-group/radio-group.js'
    import '@shoelace-style/shoelace/dist/components/radio/radio.js'
    import '@shoelace-style/shoelace/dist/components/button/button.js'`)
  const survey = await entry('survey.js', `
    import {Model} from 'survey-core'
    import 'survey-js-ui'
    new Model(${JSON.stringify({elements: [{type: 'radiogroup', name: 'q', title, choices: answers}]})})
      .render(document.getElementById('survey'))`)
  return [
    {
      name: 'Shoelace radio group', files: new Map([['/peer.js', shoelace]]),
      html: page('<script type="module" src="/peer.js"></script>', `<sl-radio-group label="Question">${
        answers.map((answer, i) => `<sl-radio value="${i}">${answer}</sl-radio>`).join('')}</sl-radio-group><sl-button>Check</sl-button>`),
    },
    {
      name: 'quizdown', files: new Map([['/peer.js', readFileSync(join(folder, 'node_modules/quizdown/public/build/quizdown.js'))]]),
      html: page('<script src="/peer.js"></script><script>quizdown.init()</script>', `<div class="quizdown">\n# ${title}\n\n${
        answers.map((answer, i) => `1. [${i ? ' ' : 'x'}] ${answer}`).join('\n')}\n</div>`),
    },
    {
      name: 'SurveyJS', files: new Map([['/peer.js', survey]]),
      html: page('<script type="module" src="/peer.js"></script>', '<div id="survey"></div>'),
    },
  ]
}

function page(head: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>Page</title>${head}</head><body><h1>Page</h1>${body}</body></html>`
}

async function bundle(entry: string): Promise<Buffer> {
  const {outputFiles} = await build({
    entryPoints: [entry], bundle: true, minify: true, format: 'esm', target: 'es2022', write: false,
    tsconfigRaw: {compilerOptions: {experimentalDecorators: true, useDefineForClassFields: false}},
  })
  return Buffer.from(outputFiles[0]!.contents)
}
