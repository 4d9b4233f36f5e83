export {isLearnerEvent} from '../model/event-shape.js'
