import assert from 'node:assert/strict'
import {execFile} from 'node:child_process'
import {once} from 'node:events'
import {existsSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {join} from 'node:path'
import {after, before, describe, it} from 'node:test'
import {promisify} from 'node:util'
import {publint} from 'publint'
import {REPOSITORY} from '../../cli/terminal/paths.js'
import {isPublic, type Parts} from '../../scripts/package/manifest.mjs'
import {VERSION} from '../../components/elements/shared/base/version.js'
import {writeGuide} from '../cli/sample-guide.js'
import {Pages} from './pages.js'
import {installedProject, run, runTool, write, type Project} from './project.js'

interface Manifest { modules: {declarations: (Parts & {tagName?: string})[]}[] }

const QUESTION = /You leave your desk for a minute|Who may use your account/
const QUIZ = '<dsg-quiz src="/guide/guide.json"></dsg-quiz>'
const ELEMENTS = readdirSync(join(REPOSITORY, 'components/elements'))
  .filter(name => existsSync(join(REPOSITORY, 'components/elements', name, `${name}.ts`)))

describe('the packed package, installed in an empty project', () => {
  let project: Project
  let pages: Pages

  before(async () => {
    project = installedProject()
    pages = await Pages.open(project.folder)
  })
  after(async () => {
    await pages?.close()
    if (project) rmSync(project.folder, {recursive: true, force: true})
  })

  const packagePath = (path = '') => join(project.folder, 'node_modules/digital-skills-guide', path)
  const json = (path: string) => JSON.parse(readFileSync(packagePath(path), 'utf8')) as Record<string, unknown>
  const page = (path: string, head: string, body = QUIZ) =>
    write(project.folder, path, `<!doctype html><html lang="en"><head><title>A page</title>
<link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`)

  it('holds what is used, and nothing of where it was made', () => {
    const strange = project.files.filter(path => !/^(package\.json|README\.md|LICENSE|dist\/.+)$/.test(path)
      || (path.endsWith('.ts') && !path.endsWith('.d.ts')))
    assert.deepEqual(strange, [])
    const telling = project.files.filter(path => readFileSync(packagePath(path), 'utf8').includes(REPOSITORY.slice(0, -1)))
    assert.deepEqual(telling, [])
  })

  it('is what publint wants', async () => {
    const {messages} = await publint({pkgDir: packagePath(), pack: false, strict: true})
    assert.deepEqual(messages, [])
  })

  it('has types that every modern way of resolving finds', () => {
    const entries = ELEMENTS.flatMap(name => [`elements/${name}`, `elements/${name}/define`])
    const {code, output} = runTool(project.folder, '@arethetypeswrong/cli/dist/index.js', project.tarball,
      '--profile', 'esm-only', '--include-entrypoints', ...entries, '--no-emoji', '--no-color', '--format', 'ascii')
    assert.equal(code, 0, output)
    for (const entry of entries) assert.match(output, new RegExp(`digital-skills-guide/${entry}"`))
  })

  it('has every file that package.json names', () => {
    const {exports, types, customElements, bin, 'web-types': webTypes} = json('package.json')
    const targets = Object.values(exports as object).flatMap(
      (target: string | object | null) => typeof target === 'string' ? target : Object.values(target ?? {}))
    for (const named of [...targets, types, customElements, webTypes, ...Object.values(bin as object)]) {
      const path = String(named).replace(/^\.\//, '')
      if (path.includes('*')) assert.ok(project.files.some(file => file.startsWith(path.slice(0, path.indexOf('*')))), path)
      else assert.ok(project.files.includes(path), path)
    }
  })

  it('goes to the registry only from where it can be proved what it was made from', async () => {
    const asked: string[] = []
    const registry = createServer((request, response) => {
      asked.push(String(request.method))
      request.resume()
      response.writeHead(request.method === 'GET' ? 404 : 200, {'content-type': 'application/json'}).end('{}')
    }).listen(0, '127.0.0.1')
    await once(registry, 'listening')
    const address = `//127.0.0.1:${(registry.address() as AddressInfo).port}/`
    // As on somebody's own machine, whatever this one is.
    const {CI, GITHUB_ACTIONS, GITLAB_CI, ...env} = process.env
    const publishing = promisify(execFile)('npm', ['publish', project.tarball, '--loglevel=error', `--registry=http:${address}`,
      `--${address}:_authToken=nobody`], {cwd: project.folder, env, shell: process.platform === 'win32'})
    const said = await publishing.then(() => 'published', (error: {stderr: string}) => error.stderr)
    registry.close()
    assert.match(said, /provenance/)
    assert.ok(!asked.includes('PUT'), asked.join())
  })

  it('knows its own version', () => assert.equal(VERSION, json('package.json').version))

  it('has the schema of the files that a canvas writes', () => {
    const {output} = run(process.execPath, ['--input-type=module', '--eval',
      "console.log(import.meta.resolve('digital-skills-guide/canvas.schema.json'))"], project.folder)
    const schema = JSON.parse(readFileSync(new URL(output.trim()), 'utf8')) as {$id: string}
    assert.equal(schema.$id, 'urn:digital-skills-guide:canvas:1')
  })

  it('registers nothing until a define entry is asked', () => {
    const {output} = run(process.execPath, ['--input-type=module', '--eval', `
      const {DsgQuiz} = await import('digital-skills-guide')
      const {DsgQuiz: alone} = await import('digital-skills-guide/elements/quiz')
      const before = customElements.get('dsg-quiz')
      await import('digital-skills-guide/elements/quiz/define')
      console.log([alone === DsgQuiz, before === undefined, customElements.get('dsg-quiz') === DsgQuiz].join())
    `], project.folder)
    assert.equal(output, 'true,true,true\n')
  })

  it('describes every element that a page can be written with', () => {
    const tags = ELEMENTS.map(name => `dsg-${name}`).sort()
    const {tags: known} = json('dist/vscode.html-custom-data.json') as unknown as {tags: {name: string}[]}
    assert.deepEqual(known.map(({name}) => name).sort(), tags)
    const {modules} = json('dist/custom-elements.json') as unknown as {modules: {path: string; declarations: {tagName?: string}[]}[]}
    for (const {path} of modules) assert.ok(existsSync(packagePath(path)), path)
    const described = modules.flatMap(({declarations}) => declarations.map(({tagName}) => tagName))
    for (const tag of tags) assert.ok(described.includes(tag), tag)
  })

  it('exports the type of every property, method and event that it describes', () => {
    const {modules} = json('dist/custom-elements.json') as unknown as Manifest
    const texts = modules.flatMap(({declarations}) => declarations)
      .filter(({tagName}) => ELEMENTS.some(name => tagName === `dsg-${name}`))
      .flatMap(({members = [], events = []}) => [
        ...members.filter(isPublic).flatMap(({type, parameters = [], return: returned}) => (
          [type, returned?.type, ...parameters.map(({type}) => type)])),
        ...events.map(({type}) => type),
      ])
    // What every page has is nothing to import.
    const names = new Set(texts.flatMap(type => type?.text.match(/\b[A-Z]\w+/g) ?? []).filter(name => !(name in globalThis)))
    assert.ok(names.has('RecordedEvent') && names.has('LoadedGuide'), [...names].join())
    const list = [...names].map(name => `  ${name},`).join('\n')
    write(project.folder, 'named/page.ts', `export type {\n${list}\n} from 'digital-skills-guide'\n`)
    const {code, output} = runTool(project.folder, 'typescript/bin/tsc', '--noEmit', '--strict', '--module', 'esnext',
      '--moduleResolution', 'bundler', '--target', 'es2022', '--types', '', '--pretty', 'false', 'named/page.ts')
    assert.equal(code, 0, output)
  })

  describe('with a guide that its own command built', () => {
    before(() => {
      const content = writeGuide(join(project.folder, 'content'))
      const {code, output} = dsg('build', content, '--out', join(project.folder, 'guide'))
      assert.equal(code, 0, output)
    })

    const dsg = (...words: string[]) => run(process.execPath, [packagePath('dist/cli/dsg.js'), ...words], project.folder)

    it('is run by the name "dsg"', () => {
      const ran = run(join(project.folder, 'node_modules/.bin/dsg'), ['check', 'content'], project.folder)
      assert.equal(ran.code, 0, ran.output)
    })

    it('says what a preview needs', () => {
      const {code, output} = dsg('preview', 'content')
      assert.equal(code, 2)
      assert.match(output, /needs Vite, which is not installed here\. Install it first: npm install --save-dev vite/)
    })

    it('shows a quiz on a page built with Vite', async () => {
      page('index.html', '<script type="module" src="/main.js"></script>')
      write(project.folder, 'main.js', "import 'digital-skills-guide/elements/quiz/define'\n")
      const {code, output} = runTool(project.folder, 'vite/bin/vite.js', 'build', '--outDir', 'built', '--base', '/built/')
      assert.equal(code, 0, output)
      const seen = await pages.see('built/index.html')
      assert.deepEqual(seen.complaints, [])
      assert.match(seen.quiz, QUESTION)
      assert.deepEqual(seen.tags, ['dsg-quiz'])
    })

    it('shows a quiz on a page without a bundler, through an import map', async () => {
      const at = (name: string) => `/node_modules/${name}`
      page('map.html', `<script type="importmap">${JSON.stringify({imports: {
        'digital-skills-guide/elements/quiz/define': at('digital-skills-guide/dist/components/elements/quiz/define.js'),
        'lit': at('lit/index.js'),
        'lit/': at('lit/'),
        'lit-html': at('lit-html/lit-html.js'),
        'lit-html/': at('lit-html/'),
        'lit-element/': at('lit-element/'),
        '@lit/reactive-element': at('@lit/reactive-element/reactive-element.js'),
        '@lit/reactive-element/': at('@lit/reactive-element/'),
        'idb': at('idb/build/index.js'),
      }})}</script><script type="module">import 'digital-skills-guide/elements/quiz/define'</script>`)
      const {quiz, complaints} = await pages.see('map.html')
      assert.deepEqual(complaints, [])
      assert.match(quiz, QUESTION)
    })

    for (const {file, type, tags} of [
      {file: 'dsg.js', type: 'type="module"', tags: ['dsg-quiz']},
      {file: 'dsg-all.js', type: 'defer', tags: ['dsg-quiz', 'dsg-guide', 'dsg-profile']},
    ]) {
      it(`shows a quiz by ${file}, of the integrity that the build told`, async () => {
        page(`${file}.html`, `<script ${type} src="/node_modules/digital-skills-guide/dist/cdn/${file}"
          integrity="${String(json('dist/integrity.json')[file])}"></script>`)
        const seen = await pages.see(`${file}.html`)
        assert.deepEqual(seen.complaints, [])
        assert.match(seen.quiz, QUESTION)
        assert.deepEqual(seen.tags, tags)
      })
    }

    it('has everything of dsg-all.js in that file', () => {
      const script = readFileSync(packagePath('dist/cdn/dsg-all.js'), 'utf8')
      // The name of a mistake in a page, "inline-import", is none.
      assert.doesNotMatch(script, /\bimport\(|(?<!inline-)\bimport[\s{"']/)
      // Or a page that is not UTF-8 could not read it as a plain script.
      assert.doesNotMatch(script, /[^\0-\x7f]/)
    })
  })

  describe('in a React 19 page', () => {
    const checkTypes = (name: string, ...lines: string[]) => {
      write(project.folder, `${name}/page.tsx`, ["import type {} from 'digital-skills-guide/types/react'", ...lines].join('\n'))
      write(project.folder, `${name}/tsconfig.json`, JSON.stringify({compilerOptions: {
        strict: true, noEmit: true, target: 'ES2022', module: 'ESNext', moduleResolution: 'bundler', jsx: 'react-jsx',
        lib: ['ES2022', 'DOM', 'DOM.Iterable'], types: [], skipLibCheck: false,
      }}))
      return runTool(project.folder, 'typescript/bin/tsc', '-p', name, '--pretty', 'false')
    }

    it('has types for tags, attributes, properties and events', () => {
      const {code, output} = checkTypes('right', `
        export const Page = () => <dsg-quiz src="/guide/guide.json" module="lock-screen" with-confidence headingLevel={3}
          allow-images="https://images.example.org"
          className="card" ondsg-answered={({fact}) => console.log(fact.right)} />`)
      assert.equal(code, 0, output)
    })

    it('refuses what no element has', () => {
      const {output} = checkTypes('wrong',
        'export const a = <dsg-quizz />',
        'export const b = <dsg-quiz headingLevel="high" />',
        'export const c = <dsg-quiz ondsg-answered={({fact}) => fact.module.page} />')
      const found = output.trim().split('\n').filter(line => line.startsWith('wrong/'))
      assert.equal(found.length, 3, output)
      assert.match(found[0]!, /\(2,.*Property 'dsg-quizz' does not exist/)
      assert.match(found[1]!, /\(3,.*Type 'string' is not assignable to type 'number'/)
      assert.match(found[2]!, /\(4,.*Property 'page' does not exist on type 'string'/)
    })
  })
})
