import {build} from './build/build.js'
import {check} from './check/check.js'
import {exports} from './export/export.js'
import {beginnings} from './new/new.js'
import {preview} from './preview/preview.js'
import {reports} from './report/report.js'
import type {Command} from './terminal/command.js'

/** What `dsg` can do, in the order of its help. */
export const COMMANDS: readonly Command[] = [check, build, ...exports, preview, ...beginnings, ...reports]
