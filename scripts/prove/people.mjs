/**
 * `npm run prove:people`: 50 made-up days of several people at one browser, of which `npm test` tries 10. Not one statement may
 * be in a wrong name. `npm run prove:people -- --browser firefox` takes one engine, and not all there are.
 */
import {prove} from './seeds.mjs'

prove('xapi/people', 50)
