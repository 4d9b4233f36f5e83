import {keptRecord} from '../device/kept.js'

/** A page of its own, so that a test can leave it and come back. */
const store = keptRecord(new URL(location.href).searchParams.get('guide')!, 'edition-1')
Object.assign(window, {store})
