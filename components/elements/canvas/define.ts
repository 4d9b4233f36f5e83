import {DsgIdleWarning} from '../saving/idle-warning.js'
import {define} from '../shared/base/define.js'
import {DsgCanvasAction} from './screens/action.js'
import {DsgCanvasAgreeFactor} from './screens/agree-factor.js'
import {DsgCanvasAgree} from './screens/agree.js'
import {DsgCanvas} from './canvas.js'
import {DsgCanvasCompare} from './screens/compare.js'
import {DsgCanvasCorrection} from './screens/correction.js'
import {DsgCanvasFactor} from './screens/factor.js'
import {DsgCanvasFactors} from './screens/factors.js'
import {DsgCanvasHistory} from './screens/history.js'
import {DsgCanvasHome} from './screens/home.js'
import {DsgCanvasOwn} from './screens/own.js'
import {DsgCanvasPlaces} from './screens/places.js'
import {DsgCanvasPlan} from './screens/plan.js'
import {DsgCanvasProfile} from './screens/profile.js'
import {DsgCanvasRate} from './screens/rate.js'
import {DsgCanvasRaters} from './screens/raters.js'
import {DsgCanvasReportPage} from './screens/report-page.js'
import {DsgCanvasReport} from './screens/report.js'
import {DsgCanvasSetUp} from './screens/set-up.js'
import {DsgCanvasSnapshot} from './screens/snapshot.js'

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
