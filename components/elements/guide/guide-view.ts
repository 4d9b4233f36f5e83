import type {Address} from '../../model/guide/document.js'
import type {LoadedGuide} from '../../state/guide/loaded-guide.js'
import type {Route} from '../shared/page/route.js'

/** What a view is drawn from and with. */
export interface GuideView {
  guide: LoadedGuide
  route: Route
  /** Rank of the view's heading. */
  level: number
  withConfidence: boolean
  withFeedback: boolean
  /** How addresses of places in the guide begin, up to their hash. */
  start: string
  /** Says where links lead from there, and in which language. */
  host: HTMLElement & {href(route: Route): Address}
}
