import type {EmbedFaultCode} from '../../../components/model/embeds/written.js'

/** A page with something wrong. @param says - parts of what is said of it */
export interface WrongPage { what: string; html: string; codes: EmbedFaultCode[]; says: string[] }

const SITE = 'https://guide.trust.nhs.uk/skills/'
const SCRIPT = `<script type="module" src="${SITE}dsg.js"></script>`
const SRC = `src="${SITE}guide.json"`
const QUIZ = `<dsg-quiz ${SRC} module="spot-suspicious-email"></dsg-quiz>`
const FRAME = `src="${SITE}embed.html?show=guide" title="Skills" width="100%" height="700"`

const wrong = (what: string, html: string, code: EmbedFaultCode | EmbedFaultCode[], ...says: string[]): WrongPage =>
  ({what, html, codes: [code].flat(), says})
/** With the script, so that what is wrong is the element. */
const part = (what: string, html: string, code: EmbedFaultCode | EmbedFaultCode[], ...says: string[]): WrongPage =>
  wrong(what, `${SCRIPT}\n${html}`, code, ...says)
/** With a right element, so that what is wrong is the script. */
const script = (what: string, html: string, code: EmbedFaultCode | EmbedFaultCode[], ...says: string[]): WrongPage =>
  wrong(what, `${html}\n${QUIZ}`, code, ...says)

/** What happens to pages, each with its one cause. */
export const WRONG_PAGES: readonly WrongPage[] = [
  part('letters swapped', `<dsg-giude ${SRC}></dsg-giude>`, 'unknown-tag', '<dsg-giude>', '<dsg-guide>'),
  part('a letter dropped', `<dsg-modul ${SRC} module="spot-suspicious-email"></dsg-modul>`, 'unknown-tag', '<dsg-module>'),
  part('a hyphen dropped', `<dsg-selfassessment ${SRC}></dsg-selfassessment>`, 'unknown-tag', '<dsg-self-assessment>'),
  part('the first hyphen dropped', `<dsgguide ${SRC}></dsgguide>`, 'unknown-tag', '<dsg-guide>'),
  part('an underscore', `<dsg_quiz ${SRC} module="spot-suspicious-email"></dsg_quiz>`, 'unknown-tag', '<dsg-quiz>'),
  part('a letter before', `<sdg-search ${SRC}></sdg-search>`, 'unknown-tag', '<dsg-search>'),
  part('a dash from a word processor', `<dsg–quiz ${SRC} module="spot-suspicious-email"></dsg–quiz>`, 'unknown-tag', '<dsg-quiz>'),
  part('the name of a frame', `<dsg-assessment ${SRC}></dsg-assessment>`, 'unknown-tag', '<dsg-self-assessment>'),
  part('a name that nothing is near', `<dsg-dashboard ${SRC}></dsg-dashboard>`, 'unknown-tag', 'dsg-guide'),
  part('only the wrong end tag', `<dsg-guide ${SRC}><p>Wait</p></dsg-giude><p>More</p>`, 'unclosed', '</dsg-giude>', '</dsg-guide>'),
  part('the end tag of another', `<dsg-guide ${SRC}></dsg-quiz>`, 'unclosed', '</dsg-quiz>', '</dsg-guide>'),
  part('closed as in XML', `<dsg-quiz ${SRC} module="spot-suspicious-email" />\n<p>The rest</p>`, 'self-closed', '</dsg-quiz>'),
  part('never closed', `<div><dsg-search ${SRC}></div><p>The rest</p>`, 'unclosed', '</dsg-search>'),
  part('one in another', `<dsg-guide ${SRC}>\n${QUIZ}\n</dsg-guide>`, 'nested', '<dsg-quiz>', '</dsg-guide>'),
  part('a paragraph around paragraphs', `<p><dsg-guide ${SRC}><p><a href="${SITE}">Guide</a></p></dsg-guide></p>`, 'in-paragraph', '<p>'),
  part('paragraphs of WordPress', `<p><dsg-guide ${SRC}></p>\n<p><a href="${SITE}">Guide</a></p>\n<p></dsg-guide></p>`, 'in-paragraph'),
  wrong('in the head', `<html><head>${SCRIPT}<dsg-guide ${SRC}></dsg-guide></head><body></body></html>`, 'in-head', '<body>'),
  part('in a template', `<template><dsg-guide ${SRC}></dsg-guide></template>`, 'hidden-place', '<template>'),
  part('in a text field', `<textarea><dsg-guide ${SRC}></dsg-guide></textarea>`, 'hidden-place', '<textarea>'),
  part('for browsers without script', `<noscript><dsg-guide ${SRC}></dsg-guide></noscript>`, 'hidden-place', '<noscript>'),
  part('in a drawing', `<svg><dsg-guide ${SRC}></dsg-guide></svg>`, 'hidden-place', '<svg>'),
  part('in a comment', `<!-- <dsg-guide ${SRC}></dsg-guide> -->`, 'hidden-place', 'comment'),
  part('escaped', `<p>&lt;dsg-guide src="${SITE}guide.json"&gt;&lt;/dsg-guide&gt;</p>`, 'hidden-place', 'as text'),
  part('escaped twice, in code', `<pre><code>&amp;lt;dsg-guide&amp;gt;</code></pre>`, 'hidden-place', 'HTML'),
  part('a space before its name', `< dsg-guide ${SRC}></dsg-guide>`, 'hidden-place', 'as text'),
  part('curly quotes', `<dsg-quiz src=“${SITE}guide.json” module=“spot-suspicious-email”></dsg-quiz>`, 'curly-quotes', '"'),
  part('low and high quotes', `<dsg-guide src=„${SITE}guide.json“></dsg-guide>`, 'curly-quotes'),
  part('one curly quote', `<dsg-quiz src="${SITE}guide.json” module="spot-suspicious-email"></dsg-quiz>`, 'curly-quotes'),
  part('a hard space', `<dsg-quiz\u00a0src="${SITE}guide.json"\u00a0module="spot-suspicious-email"></dsg-quiz>`, 'odd-space'),
  part('an escaped hard space', `<dsg-guide&nbsp;${SRC}></dsg-guide>`, 'odd-space'),
  part('a character nobody sees', `<dsg-\u200bguide ${SRC}></dsg-guide>`, 'odd-space'),
  part('no closing quote', `<dsg-quiz src="${SITE}guide.json module="spot-suspicious-email"></dsg-quiz>`, 'lost-quote'),
  part('no last quote', `<dsg-guide src="${SITE}guide.json>\n<p><a href="${SITE}">Guide</a></p></dsg-guide>`, 'lost-quote'),
  part('escaped quotes', `<dsg-guide src=&quot;${SITE}guide.json&quot;></dsg-guide>`, 'lost-quote'),
  part('an attribute twice', `<dsg-quiz ${SRC} module="spot-suspicious-email" module="x"></dsg-quiz>`, 'twice', 'module'),
  part('by hand what is only inside', `<dsg-tasks ${SRC}></dsg-tasks>`, 'inside-only', '<dsg-module>'),

  part('no address', '<dsg-guide></dsg-guide>', 'no-src', `src="${SITE}guide.json"`),
  part('an empty address', '<dsg-guide src=""></dsg-guide>', 'no-address'),
  part('a misspelt address', `<dsg-guide scr="${SITE}guide.json"></dsg-guide>`, 'unknown-attribute', '"scr"', '"src"'),
  part('an address that an editor put away', `<dsg-guide data-src="${SITE}guide.json"></dsg-guide>`, 'unknown-attribute', '"data-src"'),
  part('another language\'s name', `<dsg-guide url="${SITE}guide.json"></dsg-guide>`, 'unknown-attribute', '"src"'),
  part('a file of a disk', '<dsg-guide src="file:///C:/guide/guide.json"></dsg-guide>', 'not-web', 'file:'),
  part('a drive', '<dsg-guide src="C:\\guide\\guide.json"></dsg-guide>', 'not-web'),
  part('a share', '<dsg-guide src="\\\\server\\guide\\guide.json"></dsg-guide>', 'not-web'),
  part('one\'s own computer', '<dsg-guide src="http://localhost:8000/guide/guide.json"></dsg-guide>', 'only-here', 'your own computer'),
  part('our own example', '<dsg-guide src="https://YOUR-SITE/guide/guide.json"></dsg-guide>', 'placeholder', 'example'),
  part('our own example, and a misspelt module', '<dsg-quiz src="https://YOUR-SITE/guide/guide.json" module="spot-suspicous-email"></dsg-quiz>',
    ['placeholder', 'unknown-id'], '"spot-suspicious-email"'),
  part('another example', '<dsg-guide src="https://guide.example.nhs.uk/guide.json"></dsg-guide>', 'placeholder'),
  part('the example of the page without script', '<dsg-guide src="ADDRESS/guide.json"></dsg-guide>', 'placeholder'),
  part('http in https', `<dsg-guide src="http://guide.trust.nhs.uk/skills/guide.json"></dsg-guide>`, 'insecure', `"${SITE}guide.json"`),
  part('another guide', '<dsg-guide src="https://old.trust.nhs.uk/guide/guide.json"></dsg-guide>', 'other-guide', 'old.trust'),
  part('a page in place of the guide', `<dsg-guide src="${SITE}embed.html?show=guide"></dsg-guide>`, 'not-guide-file', 'guide.json'),
  part('the script in place of the guide', `<dsg-guide src="${SITE}dsg.js"></dsg-guide>`, 'not-guide-file'),
  part('a misspelt file', `<dsg-guide src="/skills/giude.json"></dsg-guide>`, 'not-guide-file', '/skills/guide.json'),
  part('no dot', `<dsg-guide src="/skills/guidejson"></dsg-guide>`, 'not-guide-file', '/skills/guide.json'),

  part('no module', `<dsg-quiz ${SRC}></dsg-quiz>`, 'no-id', 'module'),
  part('the id as an id', `<dsg-module ${SRC} id="spot-suspicious-email"></dsg-module>`, 'no-id', 'module="spot-suspicious-email"'),
  part('a misspelt module', `<dsg-quiz ${SRC} module="spot-suspicous-email"></dsg-quiz>`, 'unknown-id', '"spot-suspicious-email"'),
  part('a title for an id', `<dsg-quiz ${SRC} module="Spot suspicious email"></dsg-quiz>`, 'unknown-id', '"spot-suspicious-email"'),
  part('a module that nothing is near', `<dsg-quiz ${SRC} module="x-ray-viewer-in-theatre-9"></dsg-quiz>`, 'unknown-id', 'It has'),
  part('a pathway as a module', `<dsg-module ${SRC} module="staying-safe-with-data"></dsg-module>`, 'id-elsewhere', '<dsg-pathway pathway='),
  part('a module as a pathway', `<dsg-pathway ${SRC} pathway="spot-suspicious-email"></dsg-pathway>`, 'id-elsewhere', '<dsg-module module='),
  part('an unknown canvas', `<dsg-canvas ${SRC} canvas="no-such-canvas-at-all"></dsg-canvas>`, 'unknown-id', 'canvas'),
  part('an unknown domain', `<dsg-self-assessment ${SRC} domains="D1 D99"></dsg-self-assessment>`, 'unknown-id', '"D99"'),
  part('an unknown page', `<dsg-module ${SRC} module="spot-suspicious-email" page="no-such-page-of-it"></dsg-module>`, 'unknown-page', 'heading'),
  part('a misspelt attribute', `<dsg-quiz ${SRC} modul="spot-suspicious-email"></dsg-quiz>`, 'unknown-attribute', '"module"'),
  part('an attribute of another', `<dsg-guide ${SRC} module="spot-suspicious-email"></dsg-guide>`, 'attribute-elsewhere', '<dsg-module'),
  part('a look on an element', `<dsg-guide ${SRC} theme="nhs"></dsg-guide>`, 'attribute-elsewhere', 'frame'),
  part('switched off', `<dsg-guide ${SRC} shared-computer="false"></dsg-guide>`, 'flag-value', 'shared-computer'),
  part('a heading by its tag', `<dsg-guide ${SRC} heading-level="h2"></dsg-guide>`, 'heading-level', '1 to 6'),
  part('a script for an address', `<dsg-guide ${SRC} guide-href="javascript:go()"></dsg-guide>`, 'guide-href'),
  part('names for sites', `<dsg-guide ${SRC} allow-images="images.nhs.uk"></dsg-guide>`, 'allow-images', 'https://'),

  script('no script', '', 'no-script', '<dsg-quiz>', `${SITE}dsg.js`, 'frame'),
  script('only the script for frames', `<script src="${SITE}dsg-frame.js" defer></script>`, 'no-script', 'dsg-frame.js'),
  script('no type', `<script src="${SITE}dsg.js"></script>`, 'not-module', 'type="module"'),
  script('deferred without a type', `<script defer src="${SITE}dsg.js"></script>`, 'not-module', 'type="module"'),
  script('an old type', `<script type="text/javascript" async src="${SITE}dsg.js"></script>`, 'not-module', 'text/javascript'),
  script('a misspelt type', `<script type="modul" src="${SITE}dsg.js"></script>`, 'script-type', 'type="module"'),
  script('a type that consent tools set', `<script type="text/plain" src="${SITE}dsg-all.js"></script>`, 'script-type', 'text/plain'),
  script('for old browsers', `<script nomodule src="${SITE}dsg-all.js"></script>`, 'nomodule'),
  script('both scripts', `${SCRIPT}<script src="${SITE}dsg-all.js"></script>`, 'two-scripts', 'dsg-all.js'),
  script('a copy of another place', `${SCRIPT}<script type="module" src="/wp-content/dsg.js"></script>`, 'two-scripts'),
  script('the same line twice', SCRIPT + SCRIPT, 'script-again', 'once'),
  script('a script of another site', '<script type="module" src="https://cdn.trust.nhs.uk/dsg.js"></script>', 'script-elsewhere'),
  script('an old copy', '<script type="module" src="https://guide.trust.nhs.uk/2023/dsg.js"></script>', 'script-elsewhere'),
  script('a misspelt script', `<script type="module" src="${SITE}dgs.js"></script>`, 'script-name', 'dsg.js'),
  script('a script of one\'s own computer', '<script type="module" src="http://127.0.0.1:8000/dsg.js"></script>', 'only-here'),
  script('a misspelt address', `<script type="module" scr="${SITE}dsg.js"></script>`, 'unknown-attribute', '"src"'),
  script('a check sum', `<script type="module" integrity="sha384-x" src="${SITE}dsg.js"></script>`, 'integrity'),
  script('an import in a classic script', `<script>import '${SITE}dsg.js'</script>`, 'inline-import', 'type="module"'),
  script('closed as in XML', `<script type="module" src="${SITE}dsg.js" />`, 'self-closed', '</script>'),
  script('commented out', `<!-- ${SCRIPT} -->`, 'no-script'),

  wrong('a frame of no such part', `<iframe ${FRAME.replace('=guide', '=questions')}></iframe>`, 'frame-address', 'quiz'),
  wrong('a misspelt query', `<iframe ${FRAME.replace('show', 'shwo')}></iframe>`, 'frame-address', 'shwo'),
  wrong('a query escaped twice', `<iframe ${FRAME.replace('=guide', '=quiz&amp;amp;module=x')}></iframe>`, 'frame-address', 'amp;module'),
  wrong('a frame without a module', `<iframe ${FRAME.replace('=guide', '=quiz')}></iframe>`, 'frame-address', 'module'),
  wrong('a frame with no such module', `<iframe ${FRAME.replace('=guide', '=quiz&module=spot-suspicous-email')}></iframe>`, 'unknown-id'),
  wrong('a frame without a name', `<iframe ${FRAME.replace('title="Skills"', '')}></iframe>`, 'frame-title', 'title='),
  wrong('a sandbox', `<iframe ${FRAME} sandbox="allow-scripts"></iframe>`, 'frame-sandbox', 'allow-same-origin'),
  wrong('a low frame', `<iframe ${FRAME.replace('700', '150')}></iframe>`, 'frame-height', '150'),
  wrong('a frame without a height', `<iframe ${FRAME.replace('height="700"', '')}></iframe>`, 'frame-height'),
  wrong('data in a frame', `<iframe ${FRAME.replace('embed.html?show=guide', 'guide.json')}></iframe>`, 'frame-page', 'embed.html'),
  wrong('a frame of an example', `<iframe ${FRAME.replace('guide.trust.nhs.uk', 'YOUR-SITE')}></iframe>`, 'placeholder'),
  wrong('a frame that is not sized', `<script src="${SITE}dsg-frame.js" defer></script><iframe ${FRAME}></iframe>`, 'frame-not-sized'),
  wrong('a frame that is not closed', `<iframe ${FRAME} /><p>More</p>`, 'self-closed', '</iframe>'),

  part('no such theme', `<link rel="stylesheet" href="${SITE}themes/nsh.css">${QUIZ}`, 'unknown-theme', 'themes/nhs.css'),
  part('a link that is no style sheet', `<link href="${SITE}themes/nhs.css">${QUIZ}`, 'not-a-stylesheet', 'rel='),
  part('a link to no page', `${QUIZ}<a href="${SITE}modules/spot-suspicous-email.html">More</a>`, 'no-such-page', 'spot-suspicious-email'),
  wrong('a policy without our scripts', `<meta http-equiv="Content-Security-Policy" content="script-src 'none'">${SCRIPT}${QUIZ}`, 'policy', 'script-src'),
  wrong('a policy without our data', `<meta http-equiv="content-security-policy" content="connect-src https://a.nhs.uk">${SCRIPT}${QUIZ}`, 'policy', 'connect-src', 'https://guide.trust.nhs.uk'),
  wrong('a policy without our frames', `<meta http-equiv="content-security-policy" content="default-src https://a.nhs.uk"><iframe ${FRAME}></iframe>`, 'policy', 'default-src'),
  wrong('a policy of this site only', `<meta http-equiv="content-security-policy" content="script-src 'self'">${SCRIPT}${QUIZ}`, 'policy-self', 'https://guide.trust.nhs.uk'),
  wrong('a policy without our templates', `<meta http-equiv="content-security-policy" content="trusted-types other">${SCRIPT}${QUIZ}`, 'policy', 'lit-html'),
  wrong('another base', `<base href="https://www.trust.nhs.uk/staff/">${SCRIPT}<dsg-guide src="guide.json"></dsg-guide>`, 'other-guide'),
]
