import {DeviceStore} from '../../../components/state/record/device-store.js'

/** A page of its own, so that a test can leave it and come back. */
const store = new DeviceStore(new URL(location.href).searchParams.get('guide')!, 'edition-1')
Object.assign(window, {store})
