import type {Course} from './course.js'

/**
 * `imsmanifest.xml` of a SCORM 1.2 package: one course that is one page. It has no mastery score, with which a learning system
 * would overrule what the page says: the page itself tells whether the learner passed.
 *
 * @param paths - every file of the package but this one, `index.html` among them
 */
export function scormManifest({id, title, guide}: Course, paths: readonly string[]): string {
  const name = `dsg-${guide.id}-${id}`.replace(/[^\w.-]/g, '-')
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${name}" version="${escapeXml(guide.edition)}"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="${name}-organization">
    <organization identifier="${name}-organization">
      <title>${escapeXml(title)}</title>
      <item identifier="${name}-item" identifierref="${name}-resource" isvisible="true">
        <title>${escapeXml(title)}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="${name}-resource" type="webcontent" adlcp:scormtype="sco" href="index.html">
${paths.map(path => `      <file href="${escapeXml(path)}"/>`).join('\n')}
    </resource>
  </resources>
</manifest>
`
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
