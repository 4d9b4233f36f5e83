import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {framePage} from '../../components/site/frame-page.js'
import {frameQueryStrings} from '../../components/elements/shared/words/frame-query.strings.js'

const file = (path: string, title = 'Guide'): string =>
  framePage({lang: 'en-GB', title}).find(each => each.path === path)!.text

describe('the frame page', () => {
  it('has no inline script or style, and asks nothing of another site', () => {
    assert.doesNotMatch(file('embed.html'), /<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|\/\//i)
    assert.doesNotMatch(file('embed.css'), /url\(|@import/)
  })

  it('shows a link to the plain pages until there is more, with a title that is text', () => {
    const text = file('embed.html', 'Skills & "tools" <script>alert(1)</script>')
    assert.ok(text.includes('<title>Skills &amp; &quot;tools&quot; &lt;script&gt;'), text)
    assert.match(text, /<main aria-label="Skills &amp; &quot;tools&quot; &lt;[^>]+>\s*<p><a href="index\.html">Read [^<]+<\/a><\/p>\s*<\/main>/)
  })

  it('asks ahead for what every element needs', () => {
    const chunks = {
      'elements/quiz/define': ['chunks/quiz.js', 'chunks/shared.js'],
      'elements/guide/define': ['chunks/guide.js', 'chunks/shared.js', 'chunks/common.js'],
      'model/pack/check-parts': ['chunks/check-parts.js'],
    }
    const {text} = framePage({lang: 'en-GB', title: 'Guide'}, chunks)[0]!
    assert.deepEqual(text.match(/<link rel="modulepreload"[^>]+>/g), ['<link rel="modulepreload" href="chunks/shared.js">'])
    assert.doesNotMatch(file('embed.html'), /preload/)
  })

  it('is not for search engines, which have the plain pages', () => {
    assert.match(file('embed.html'), /<meta name="robots" content="noindex">/)
  })

  it('does not let a long address fill the page', () => {
    const said = frameQueryStrings.en.fault({is: 'unknown', name: 'x'.repeat(5000), can: ['show']})
    assert.ok(said.length < 120, said)
  })
})
