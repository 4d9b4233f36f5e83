import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Guide} from '../../components/model/guide/guide.js'
import {CommandError} from '../terminal/command-error.js'
import {compileForPublishing} from '../publish/compile-for-publishing.js'
import {hasErrors} from '../content/compile-content.js'
import {elementsBundle} from '../bundle/built-elements.js'
import {courseFiles, courseOf, type CourseFile} from './course.js'
import {learningPathwaysFiles, MANIFEST} from './m365.js'
import {coursePage, type Reporting} from './course-page.js'
import {scormManifest} from './scorm-manifest.js'
import {formatText, plural, summary} from '../content/format-diagnostics.js'
import {siteAddress} from '../publish/site-address.js'
import {dayOf} from '../terminal/today.js'
import {wantsColor} from '../terminal/terminal.js'
import {ZipFile} from './zip-file.js'
import {complain, complainPainted, say} from '../terminal/output.js'

interface Wanted extends Partial<Reporting> {
  pathway?: string
  module?: string
  site?: string
  on?: string
  out?: string
  with: string[]
}

/** A package that is ready to be made, once the content has no errors. */
interface Package {
  /** The file's name when the person gives none, without `.zip`. */
  name: string
  files(): Promise<CourseFile[]>
  /** Tells the person what to do with the package. */
  next: string
}

interface Sort {
  /** The first file in a zip of this sort. `ZipFile` knows an older package by it. */
  first: string
  of(guide: Guide, images: ReadonlyMap<string, Uint8Array>, wanted: Wanted): Package
}

const SORTS: Record<'scorm12' | 'html' | 'm365', Sort> = {
  scorm12: {
    first: 'imsmanifest.xml',
    of(guide, images, wanted) {
      const course = courseOf(guide, wanted)
      const {notPassed = 'incomplete', interactions = false} = wanted
      return {
        name: `${course.id}-scorm12`,
        async files() {
          const files = [...coursePage(course, {notPassed, interactions}), ...courseFiles(course, images), ...await scripts()]
          const paths = files.map(({path}) => path).sort()
          return [{path: 'imsmanifest.xml', body: scormManifest(course, paths)}, ...files]
        },
        next: 'Upload it to your learning system as a SCORM 1.2 package.',
      }
    },
  },
  html: {
    first: 'index.html',
    of(guide, images, wanted) {
      const course = courseOf(guide, wanted)
      return {
        name: `${course.id}-html`,
        files: async () => [...coursePage(course), ...courseFiles(course, images), ...await scripts()],
        next: 'Upload it as an HTML package, or unpack it on any web server and open index.html there.',
      }
    },
  },
  m365: {
    first: MANIFEST,
    of(guide, _images, wanted) {
      const site = siteAddress(wanted.site ?? '')
      const day = dayOf(wanted.on)
      if (site.protocol !== 'https:') {
        throw new CommandError('The address after --site has to begin with https://: SharePoint shows no others.')
      }
      const shown = wanted.pathway === undefined && wanted.module === undefined ? guide : courseOf(guide, wanted).guide
      return {
        name: `${guide.id}-m365`,
        files: async () => learningPathwaysFiles(shown, site, day),
        next: 'Unpack it on your web server, beside the guide. In Microsoft 365 learning pathways, add a content pack with '
          + `the address of its folder v4, such as ${new URL('v4/', site)}`,
      }
    },
  },
}

/** `dsg export`: a part of the guide as the package that another system takes. */
export async function exportPackage(kind: keyof typeof SORTS, root: string, wanted: Wanted): Promise<number> {
  const {guide, images, ...compiled} = compileForPublishing(root, wanted.with)
  const diagnostics = await compiled.diagnostics()
  if (hasErrors(diagnostics)) {
    complainPainted(formatText(diagnostics, root, wantsColor(process.stderr)))
    complain(`${summary(diagnostics)}. Nothing was written.`)
    return 1
  }
  const made = SORTS[kind].of(guide, images.files, wanted)
  const zip = new ZipFile(wanted.out ?? `${made.name}.zip`, SORTS[kind].first)
  const files = await made.files()
  const bytes = zip.write(files)
  const size = `${plural(files.length, 'file')}, ${Math.ceil(bytes / 1000).toLocaleString('en-GB')} kB`
  say(`${zip.path}: ${size}.\n${made.next}`)
  return 0
}

/** Scripts that need no other file, since a learning system may send files in a way that browsers refuse for modules. */
async function scripts(): Promise<CourseFile[]> {
  const folder = await elementsBundle(line => say(line))
  return ['dsg-course.js', 'dsg-all.js'].map(path => ({path, body: readFileSync(join(folder, path))}))
}
