import {DsgIdleWarning} from '../saving/idle-warning.js'
import {define} from '../shared/define.js'
import {DsgCanvasAction} from './action.js'
import {DsgCanvasAgreeFactor} from './agree-factor.js'
import {DsgCanvasAgree} from './agree.js'
import {DsgCanvas} from './canvas.js'
import {DsgCanvasCompare} from './compare.js'
import {DsgCanvasCorrection} from './correction.js'
import {DsgCanvasFactor} from './factor.js'
import {DsgCanvasFactors} from './factors.js'
import {DsgCanvasHistory} from './history.js'
import {DsgCanvasHome} from './home.js'
import {DsgCanvasOwn} from './own.js'
import {DsgCanvasPlaces} from './places.js'
import {DsgCanvasPlan} from './plan.js'
import {DsgCanvasProfile} from './profile.js'
import {DsgCanvasRate} from './rate.js'
import {DsgCanvasRaters} from './raters.js'
import {DsgCanvasReportPage} from './report-page.js'
import {DsgCanvasReport} from './report.js'
import {DsgCanvasSetUp} from './set-up.js'
import {DsgCanvasSnapshot} from './snapshot.js'

define('dsg-canvas-action', DsgCanvasAction)
define('dsg-canvas-agree', DsgCanvasAgree)
define('dsg-canvas-agree-factor', DsgCanvasAgreeFactor)
define('dsg-canvas-compare', DsgCanvasCompare)
define('dsg-canvas-correction', DsgCanvasCorrection)
define('dsg-canvas-factor', DsgCanvasFactor)
define('dsg-canvas-factors', DsgCanvasFactors)
define('dsg-canvas-history', DsgCanvasHistory)
define('dsg-canvas-home', DsgCanvasHome)
define('dsg-canvas-own', DsgCanvasOwn)
define('dsg-canvas-places', DsgCanvasPlaces)
define('dsg-canvas-plan', DsgCanvasPlan)
define('dsg-canvas-profile', DsgCanvasProfile)
define('dsg-canvas-rate', DsgCanvasRate)
define('dsg-canvas-raters', DsgCanvasRaters)
define('dsg-canvas-report', DsgCanvasReport)
define('dsg-canvas-report-page', DsgCanvasReportPage)
define('dsg-canvas-set-up', DsgCanvasSetUp)
define('dsg-canvas-snapshot', DsgCanvasSnapshot)
define('dsg-idle-warning', DsgIdleWarning)
define('dsg-canvas', DsgCanvas)
