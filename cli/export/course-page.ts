import {readFileSync} from 'node:fs'
import {exportStrings} from './export.strings.js'
import type {Course, CourseFile} from './course.js'
import type {NotPassed} from '../../components/model/record/course-result.js'
import {escapeHtml} from '../../components/site/page.js'

/**
 * The content security policy of a package's page: it may load nothing from any other site, and send nothing there. The page
 * itself has it, because we do not know which headers a learning system sends.
 */
const POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; object-src 'none'; base-uri 'none'; "
  + "require-trusted-types-for 'script'; trusted-types lit-html"

/** How a package's page reports to the learning system that opens it. */
export interface Reporting {
  notPassed: NotPassed
  /** The system is told each answer. */
  interactions: boolean
}

/**
 * `index.html` with its style sheet. Without script, it says what the course is and what to do; with script, the guide is
 * shown instead.
 *
 * @param reporting - missing when the page reports to no learning system
 */
export function coursePage({guide, title, summary, start}: Course, reporting?: Reporting): CourseFile[] {
  const say = exportStrings.en
  const modules = guide.modules.map(({title, minutes}) => `${title} (${say.minutes(minutes)})`)
  const told = reporting ? attributesOf(reporting) : ''
  const text = `<!doctype html>
<html lang="${escapeHtml(guide.lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="course.css">
<script defer src="dsg-course.js"></script>
<script defer src="dsg-all.js"></script>
</head>
<body>
<main>
<div id="notice" aria-live="polite" tabindex="-1"></div>
<dsg-guide heading-level="1" data-start="${escapeHtml(start)}"${told}>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(summary)}</p>
<ol>
${modules.map(words => `<li>${escapeHtml(words)}</li>`).join('\n')}
</ol>
<p>${escapeHtml(say.needsScript)}</p>
</dsg-guide>
</main>
</body>
</html>
`
  const styles = readFileSync(new URL('course.css', import.meta.url), 'utf8')
  return [{path: 'index.html', body: text}, {path: 'course.css', body: styles}]
}

/** As `components/embed/course/course.ts` reads them. */
function attributesOf({notPassed, interactions}: Reporting): string {
  const failed = notPassed === 'failed' ? ' data-not-passed="failed"' : ''
  return ` data-reports="scorm12"${failed}${interactions ? ' data-interactions' : ''}`
}
