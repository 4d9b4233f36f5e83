/**
 * `npm run prove:routers`: 3 walks of 30 steps on each of 14 sites with a router of their own, of which `npm test` walks 3 once.
 * The guide and the site have to keep their place. `npm run prove:routers -- --browser firefox` takes one engine.
 */
import {prove} from './seeds.mjs'

prove('journeys/routers', 3)
