import type {LoadedGuide} from '../../../state/guide/loaded-guide.js'
import {loadGuide} from '../../../state/guide/load-guide.js'
import {DsgElement} from './element.js'

/** An element that shows more of a guide than one module. */
export abstract class GuideElement extends DsgElement {
  protected override loadFrom(src: string): Promise<LoadedGuide> {
    return loadGuide(src)
  }
}
