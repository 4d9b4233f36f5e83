import {build} from './build/command.js'
import {check} from './check/command.js'
import {exports} from './export/command.js'
import {beginnings} from './new/command.js'
import {preview} from './preview/command.js'
import {reports} from './report/command.js'
import type {Command} from './terminal/command.js'

/** What `dsg` can do, in the order of its help. */
export const COMMANDS: readonly Command[] = [check, build, ...exports, preview, ...beginnings, ...reports]
