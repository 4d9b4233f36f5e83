import {html, type TemplateResult} from 'lit'

/** A place on a host's page. */
export interface Ground {
  put: (element: unknown) => TemplateResult
  /** What is seen behind an element; without it, a picture or nobody knows what. */
  seen?: string
  /** The set of colours that can be read there; without it, neither can. */
  set?: 'light' | 'dark'
}

const PHOTO = '/hosts/example-trust/local/pathways/marsh-vale-equipment/ward-tablet.png'

const plain = (colour: string, set?: Ground['set']): Ground =>
  ({put: element => html`<div style="background: ${colour}; padding: 1em">${element}</div>`, seen: colour, set})
const drawn = (style: string): Ground => ({put: element => html`<div style="${style}; padding: 1em">${element}</div>`})

export const GROUNDS: Record<string, Ground> = {
  'nothing': {put: element => html`<div>${element}</div>`, seen: '#fff', set: 'light'},
  'white': plain('#fff', 'light'),
  'NHS dark blue': plain('#003087', 'dark'),
  'NHS blue': plain('#005eb8'),
  'NHS pale grey': plain('#e8edee'),
  'NHS mid grey': plain('#768692'),
  'NHS pink': plain('#ae2573'),
  'NHS aqua green': plain('#00a499'),
  'NHS warm yellow': plain('#ffb81c'),
  'nearly black': plain('#111', 'dark'),
  'black': plain('rgb(0 0 0)', 'dark'),
  'a colour of a wide gamut': plain('oklch(0.3 0.13 265)', 'dark'),
  'a colour of Display P3': plain('color(display-p3 0.1 0.1 0.4)', 'dark'),
  'half black on white': {
    put: element => html`<div style="background: #fff"><div style="background: rgb(0 0 0 / 50%); padding: 1em">${element}</div></div>`,
    seen: '#808080',
  },
  'dark glass on dark blue': {
    put: element => html`<div style="background: #003087"><div style="background: color-mix(in srgb, black 30%, transparent)">
      ${element}</div></div>`,
    seen: 'rgb(0 34 95)', set: 'dark',
  },
  'a gradient': drawn('background: linear-gradient(#003087, #fff)'),
  'a gradient further up': {
    put: element => html`<div style="background: linear-gradient(90deg, #003087, #41b6e6)"><section><div>${element}</div></section></div>`,
  },
  'a photograph': drawn(`background: #fff url(${PHOTO}) 0 0 / cover`),
  'a photograph under a half dark layer': {
    put: element => html`<div style="background: url(${PHOTO})"><div style="background: rgb(0 0 0 / 60%)">${element}</div></div>`,
  },
  'white on a photograph': {
    put: element => html`<div style="background: url(${PHOTO}); padding: 2em"><div style="background: #fff">${element}</div></div>`,
    seen: '#fff', set: 'light',
  },
  'an image that is laid under': {
    put: element => html`<div style="position: relative">
      <img src=${PHOTO} alt="" style="position: absolute; width: 100%; height: 100%"><div style="position: relative">${element}</div></div>`,
  },
  'a cover of WordPress': {
    put: element => html`<div style="position: relative; display: grid">
      <span aria-hidden="true" style="position: absolute; inset: 0; z-index: 1; background: #003087; opacity: .8"></span>
      <picture><img src=${PHOTO} alt="" style="position: absolute; inset: 0; width: 100%; height: 100%; z-index: 0"></picture>
      <div style="position: relative; z-index: 1">${element}</div></div>`,
  },
  'a picture in the same cell of a grid': {
    put: element => html`<div style="display: grid"><img src=${PHOTO} alt="" style="grid-area: 1 / 1; width: 100%; height: 100%">
      <div style="grid-area: 1 / 1">${element}</div></div>`,
  },
  'a layer that a style sheet adds': {
    put: element => html`<style>.veiled { position: relative; isolation: isolate }
      .veiled::before { content: ''; position: absolute; inset: 0; z-index: -1; background: #003087 }</style>
      <div class="veiled">${element}</div>`,
  },
  'a box that it reaches out of': {
    put: element => html`<div style="background: #003087; height: 20px">${element}</div>`,
  },
  'a row of a table': {
    put: element => html`<table style="width: 100%"><tr style="background: #111"><td>${element}</td></tr></table>`, seen: '#111', set: 'dark',
  },
}
