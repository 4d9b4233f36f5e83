import type {GuideManifest} from '../pack/files.js'
import {ACTIVITY_TYPES} from './vocabulary.js'
import type {ActivityType} from './vocabulary.js'

/** The guide as statements name it. */
export interface ReportedGuide {
  manifest: Pick<GuideManifest, 'id' | 'title' | 'lang' | 'modules' | 'frameworks'>
  /** Absolute address that the names of all activities begin with; ends in `/`. It need not lead anywhere. */
  activities: string
}

/** A thing that statements are about. */
export interface XapiActivity {
  objectType: 'Activity'
  id: string
  definition: {type: string; name?: Record<string, string>}
}

/** The activities of a guide, by ids in its content. For what the guide no longer has, there is the id without a title. */
export function activitiesOf({manifest, activities}: ReportedGuide) {
  const {id, title, lang, modules, frameworks} = manifest

  function activity(type: ActivityType, path: string[], name?: string): XapiActivity {
    return {
      objectType: 'Activity',
      id: activities + path.map(inAddress).join('/'),
      definition: {type: ACTIVITY_TYPES[type], ...(name && {name: {[lang]: name}})},
    }
  }

  const moduleFacts = (module: string) => modules.find(each => each.id === module)
  return {
    guide: activity('course', ['guides', id], title),
    module: (module: string) => activity('module', ['modules', module], moduleFacts(module)?.title),
    page(module: string, page: string) {
      const {title} = moduleFacts(module)?.pages.find(each => each.id === page) ?? {}
      return activity('page', ['modules', module, 'pages', page], title)
    },
    question: (module: string, question: string) => activity('question', ['modules', module, 'questions', question]),
    task: (module: string, task: string) => activity('task', ['modules', module, 'tasks', task]),
    framework(framework: string) {
      return activity('assessment', ['frameworks', framework], frameworks.find(each => each.id === framework)?.title)
    },
    statement: (framework: string, statement: string) =>
      activity('question', ['frameworks', framework, 'statements', statement]),
  }
}

/** An id as part of an address. A damaged file may have half of a surrogate pair, which no address can hold. */
function inAddress(id: string): string {
  return encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\ufffd'))
}
