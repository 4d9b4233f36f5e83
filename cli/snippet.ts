import type {Guide} from '../components/model/guide.js'

/** What to paste into a page, and how to see that it works. For somebody who looks after pages and is no developer. */
export function snippet(guide: Guide): string {
  const first = guide.pathways.flatMap(({modules}) => modules)[0]
  const quiz = first === undefined ? '' : `
For one module's questions alone, use this line in place of the last three:

  <dsg-quiz src="/guide/guide.json" module="${first}"></dsg-quiz>
`
  return `Put that folder on your web server. If its address there is /guide/, paste this where the guide is to appear:

  <script type="module" src="/guide/dsg.js"></script>
  <dsg-guide src="/guide/guide.json">
    <p><a href="/guide/index.html">Read the guide</a></p>
  </dsg-guide>
${quiz}
To check: open /guide/index.html on your server. If you see the guide there and not on your page, look at the address
in the snippet first.
`
}
