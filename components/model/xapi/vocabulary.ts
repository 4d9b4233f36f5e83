/**
 * Names that learning record stores know already. From the ADL vocabulary (https://w3id.org/xapi/adl, which asks for
 * its original `adlnet.gov` names to be used on), the Tin Can registry (https://registry.tincanapi.com) and Activity
 * Streams 1.0 (http://activitystrea.ms/registry).
 */
const ADL = 'http://adlnet.gov/expapi'
const TIN_CAN = 'http://id.tincanapi.com'
const ACTIVITY_STREAMS = 'http://activitystrea.ms/schema/1.0'

export const VERBS = {
  experienced: `${ADL}/verbs/experienced`,
  initialized: `${ADL}/verbs/initialized`,
  attempted: `${ADL}/verbs/attempted`,
  answered: `${ADL}/verbs/answered`,
  responded: `${ADL}/verbs/responded`,
  interacted: `${ADL}/verbs/interacted`,
  completed: `${ADL}/verbs/completed`,
  passed: `${ADL}/verbs/passed`,
  failed: `${ADL}/verbs/failed`,
  rated: `${TIN_CAN}/verb/rated`,
  skipped: `${TIN_CAN}/verb/skipped`,
}

export type Verb = keyof typeof VERBS

export const ACTIVITY_TYPES = {
  course: `${ADL}/activities/course`,
  module: `${ADL}/activities/module`,
  assessment: `${ADL}/activities/assessment`,
  question: `${ADL}/activities/question`,
  page: `${ACTIVITY_STREAMS}/page`,
  task: `${TIN_CAN}/activitytype/checklist-item`,
}

export type ActivityType = keyof typeof ACTIVITY_TYPES
