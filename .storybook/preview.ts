import {setCustomElementsManifest, type Preview} from '@storybook/web-components-vite'
import manifest from '../custom-elements.json'
import '../components/embed/all.js'

setCustomElementsManifest(manifest)

export default {
  tags: ['autodocs'],
  parameters: {
    controls: {expanded: true},
    // The code as it is written: to make it from what is shown, Storybook copies records, which have private members.
    docs: {source: {type: 'code'}},
    // The welcome first, then what most people embed.
    options: {storySort: {order: ['Welcome', 'Guide', 'Quiz', 'Module', 'Pathway', 'Search']}},
    a11y: {test: 'error'},
  },
} satisfies Preview
