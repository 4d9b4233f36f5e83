/** Where each page of a built site stands, relative to `guide.json`. Addresses are for ever: people bookmark them. */
export const sitePage = {
  home: 'index.html',
  glossary: 'glossary.html',
  embedThis: 'embed-this.html',
  frame: 'embed.html',
  pathway: (id: string) => `pathways/${id}.html`,
  module: (id: string) => `modules/${id}.html`,
  framework: (id: string) => `frameworks/${id}.html`,
  canvas: (id: string) => `canvases/${id}.html`,
}
