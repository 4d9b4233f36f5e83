export {isLearnerEvent} from '../../model/record/event-shape.js'
