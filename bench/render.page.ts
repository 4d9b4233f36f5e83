import {html, render} from 'lit'
import type {Block} from '../components/model/guide/document.js'
import {renderBlocks, type RenderContext} from '../components/elements/shared/document/render-document.js'
import {hashOf} from '../components/elements/shared/page/route.js'

/** Milliseconds of each round, and how many elements one round makes. */
export interface MeasuredRender { ours: number[]; again: number[]; innerHtml: number[]; elements: number }

declare global {
  interface Window {
    /** @param documents - document trees, each shown by itself */
    measureRender(documents: Block[][], rounds: number): MeasuredRender
  }
}

const context: RenderContext = {
  level: 2,
  settings: {},
  base: location.href,
  idPrefix: 'dsg-',
  callouts: {warning: 'Important', example: 'Example', local: 'Where you work', voice: 'In their words'},
  href: hashOf,
}

window.measureRender = (documents, rounds) => {
  const texts = documents.map(blocks => {
    const place = document.createElement('div')
    render(html`${renderBlocks(blocks, context)}`, place)
    // What a server would send: no comments, which are Lit's marks.
    return place.innerHTML.replace(/<!--.*?-->/g, '')
  })
  const measured: MeasuredRender = {ours: [], again: [], innerHtml: [], elements: 0}
  for (let round = 0; round < rounds; round++) {
    const places = documents.map(() => document.createElement('div'))
    measured.ours.push(timed(() => documents.forEach((blocks, i) => render(html`${renderBlocks(blocks, context)}`, places[i]!))))
    measured.again.push(timed(() => documents.forEach((blocks, i) => render(html`${renderBlocks(blocks, context)}`, places[i]!))))
    const others = documents.map(() => document.createElement('div'))
    measured.innerHtml.push(timed(() => texts.forEach((text, i) => { others[i]!.innerHTML = text })))
    measured.elements = others.reduce((sum, place) => sum + place.querySelectorAll('*').length, 0)
  }
  return measured
}

function timed(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}
