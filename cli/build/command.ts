import {WITH} from '../content/read-layers.js'
import {command} from '../terminal/command.js'
import {ON} from '../terminal/today.js'

export const build = command({
  name: 'build',
  words: '[folder]',
  says: 'write the guide as files that any web server can serve',
  options: {
    'out': {
      value: 'DIR', says: 'the folder to write; what a build wrote there before is replaced',
      needs: 'Say where to write the guide, such as: dsg build content --out site',
    },
    'site': {
      value: 'https://…/guide/',
      says: 'where it will be on the web: pages then name their own address, for search engines',
    },
    'allow-images': {
      value: 'https://…', says: 'another site that pages show images from; it then sees who reads them. Several with spaces between',
    },
    'keep-days': {
      value: 'DAYS', default: '30',
      says: 'how long scripts and images of earlier builds stay in the folder, for pages that are open; 0 removes them at once',
    },
    'fail-on-overdue': {says: 'write nothing while a page that can do harm is overdue for review'},
    'on': ON,
    'with': WITH,
  },
  run: async ({folder, values}) => (await import('./build.js')).buildGuide(folder, values),
})
