import assert from 'node:assert/strict'
import {spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {after, before, describe, it} from 'node:test'
import type {Browser} from 'puppeteer-core'
import {REPOSITORY} from '../../cli/terminal/paths.js'
import {openChromium} from './browsers.js'
import {Person} from './wordpress/person.js'
import {ADMINISTRATOR, Site} from './wordpress/site.js'

/** Folders of WordPress versions to try the plugin in; by default the one of Debian's package. */
const VERSIONS = process.env.WORDPRESS?.split(':') ?? ['/usr/share/wordpress']
const MODULE = 'spot-suspicious-email'
const PLUGIN = 'digital-skills-guide'
const SETTINGS = `/wp-admin/options-general.php?page=${PLUGIN}`

let zip: string
let browser: Browser

before(async () => {
  zip = join(mkdtempSync(join(tmpdir(), 'dsg-zip-')), 'plugin.zip')
  const {status, stderr} = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/wordpress/wordpress-zip.mjs', '--out', zip],
    {cwd: REPOSITORY, encoding: 'utf8'})
  assert.equal(status, 0, stderr)
  browser = await openChromium()
})
after(async () => {
  await browser?.close()
  rmSync(join(zip, '..'), {recursive: true, force: true})
})

for (const folder of VERSIONS) {
  describe(`the plugin in the WordPress of ${folder}`, () => {
    let site: Site
    let administrator: Person
    let visitor: Person
    let untouched: Traces

    before(async () => {
      site = await Site.start(folder)
      administrator = await Person.logIn(browser, site, ADMINISTRATOR)
      visitor = await Person.visit(browser, site)
      untouched = tracesIn(site)
    })
    after(async () => site?.stop())

    it('is installed from its zip by the form of wp-admin', async () => {
      await administrator.installPlugin(zip)
      assert.match(await administrator.text('#wpbody'), /Plugin activated/)
      assert.deepEqual(site.run(`return get_option('active_plugins');`), [`${PLUGIN}/${PLUGIN}.php`])
    })

    it('lets an administrator put a quiz on a page with the block, and a visitor answer it', async () => {
      const address = await administrator.publishBlock('A quiz', 'quiz', MODULE)
      assert.deepEqual(administrator.complaints, [])
      await answersOn(address)
    })

    it('does the same for an author, whose text WordPress filters', async () => {
      const account = site.addUser('author')
      assert.equal(site.run(`return user_can(get_user_by('login', 'author-1'), 'unfiltered_html');`), false)
      const author = await Person.logIn(browser, site, account)
      const address = await author.publishBlock('A quiz by an author', 'quiz', MODULE)
      assert.deepEqual(author.complaints, [])
      await answersOn(address)
      await author.open(SETTINGS)
      assert.match(await author.text(), /not allowed/)
      await author.close()
    })

    it('shows a quiz where an author wrote the shortcode', async () => {
      await answersOn(site.run<string>(`
        wp_set_current_user(get_user_by('login', 'author-1')->ID);
        kses_init();
        return get_permalink(wp_insert_post(['post_title' => 'With a shortcode', 'post_status' => 'publish',
          'post_content' => '[digital-skills-guide show="quiz" module="${MODULE}" heading-level="3"]']));`))
      assert.equal(await visitor.page.$eval('dsg-quiz', quiz => quiz.getAttribute('heading-level')), '3')
    })

    const shortcodes = [
      {text: 'show="pathway" pathway="staying-safe-with-data"', makes: /^<dsg-pathway src="[^"]+" pathway="staying-/},
      {text: `show="quiz" module="${MODULE}" with-confidence`, makes: /^<dsg-quiz [^>]* with-confidence>/},
      {text: `show="quiz" module="${MODULE}" with-confidence="no"`, makes: /^<dsg-quiz [^>]*module="[a-z-]+">/},
      {text: 'show="self-assessment" domains="D1, D6"', makes: /^<dsg-self-assessment [^>]*domains="D1 D6">/},
      {text: 'show="search" query="back up & restore"', makes: /^<dsg-search [^>]*query="back up &amp; restore">/},
      {text: 'show="search" query="<img src=x onerror=alert(1)>"', makes: /^<dsg-search src="[^"]+" query="">/},
      {text: '', makes: /^<dsg-guide src="[^"]+guide\.json"><p>/},
      {text: 'show="quiz" module="x&quot; onclick=&quot;alert(1)"', makes: /^<p><a href/},
      {text: `show="quiz" module='"><script>alert(1)</script>'`, makes: /^<p><a href/},
      {text: 'show="script"', makes: /^<p><a href/},
      {text: 'show="quiz" onclick="alert(1)"', makes: /^<p><a href/},
      {text: 'show="quiz" guide-href="javascript:alert(1)"', makes: /^<p><a href/},
      {text: 'show="quiz" heading-level="7"', makes: /^<p><a href/},
    ]
    it('writes only what its lists allow, and tells those who can mend a page what is wrong', () => {
      for (const {text, makes} of shortcodes) {
        const html = site.run<string>(`return do_shortcode(${php(`[${PLUGIN} ${text}]`)});`)
        assert.match(html, makes, text)
        assert.doesNotMatch(html, /alert/, text)
      }
      const told = site.run<string>(`wp_set_current_user(1); return do_shortcode('[${PLUGIN} show="<b>quizz</b>"]');`)
      assert.match(told, /cannot show &quot;&lt;b&gt;quizz&lt;\/b&gt;&quot;\. Use one of: guide, pathways,/)
      const module = '\\u0022\\u003e\\u003cscript\\u003ealert(1)'
      const block = `<!-- wp:${PLUGIN}/guide {"show":"quiz","module":"${module}","onclick":"alert(1)"} /-->`
      assert.doesNotMatch(site.run<string>(`return do_blocks(${php(block)});`), /alert|<script|dsg-quiz/)
    })

    it('writes a link in feeds, which run no script', () => {
      const html = site.run<string>(`$GLOBALS['wp_query']->is_feed = true; return do_shortcode('[${PLUGIN}]');`)
      assert.match(html, /^<p><a href="[^"]+\/guide\/index\.html">Read the digital skills guide<\/a><\/p>$/)
    })

    it('takes an address, colours and shared computers on its settings page', async () => {
      await administrator.open(SETTINGS)
      await administrator.page.type('#dsg-address', '/wp-content/plugins/digital-skills-guide/guide/')
      await administrator.page.select('#dsg-theme', 'site')
      await administrator.page.click('#dsg-shared')
      await administrator.press('#submit')
      assert.deepEqual(site.run(`return get_option('digital_skills_guide');`), {
        address: '/wp-content/plugins/digital-skills-guide/guide/guide.json', theme: 'site', shared_computer: true,
      })
      await answersOn('/a-quiz/')
      const quiz = await visitor.page.$eval('dsg-quiz', element => ({
        src: element.getAttribute('src'),
        isShared: element.hasAttribute('shared-computer'),
        text: getComputedStyle(element).getPropertyValue('--dsg-color-text').trim(),
        themes: getComputedStyle(element).getPropertyValue('--wp--preset--color--contrast').trim(),
      }))
      assert.equal(quiz.src, '/wp-content/plugins/digital-skills-guide/guide/guide.json')
      assert.ok(quiz.isShared)
      assert.ok(quiz.text)
      assert.equal(quiz.text, quiz.themes)
    })

    it('refuses an address that cannot be one, and says what to write', async () => {
      const impossible = ['javascript:alert(1)', '//example.org/', 'guide.json', '"><script>alert(1)</script>']
      for (const address of impossible) {
        await administrator.open(SETTINGS)
        await administrator.page.$eval('#dsg-address', input => { (input as HTMLInputElement).value = '' })
        await administrator.page.type('#dsg-address', address)
        await administrator.press('#submit')
        assert.match(await administrator.text('.settings-error'), /Start the address with https:\/\//, address)
        assert.match(site.run<string>(`return get_option('digital_skills_guide')['address'];`), /^\/wp-content\//)
      }
    })

    it('changes nothing for a form that did not come from its page, or came from a visitor', async () => {
      const before = site.run(`return get_option('digital_skills_guide');`)
      for (const person of [administrator, visitor]) {
        await person.page.evaluate(async () => {
          const body = new URLSearchParams({
            'option_page': 'digital-skills-guide', 'action': 'update', 'digital_skills_guide[theme]': 'nhs',
          })
          await fetch('/wp-admin/options.php', {method: 'POST', redirect: 'manual', body})
        })
        assert.deepEqual(site.run(`return get_option('digital_skills_guide');`), before)
      }
    })

    it('leaves nothing behind when it is deleted', async () => {
      assert.notDeepEqual(tracesIn(site), untouched)
      await administrator.deletePlugin()
      assert.deepEqual(tracesIn(site), untouched)
      assert.ok(!existsSync(join(site.root, 'wp-content/plugins', PLUGIN)))
      await visitor.open('/a-quiz/')
      assert.equal(await visitor.page.$('dsg-quiz'), null)
    })

    describe('on a network of sites', () => {
      let clean: Traces

      before(async () => {
        site.makeNetwork()
        administrator = await Person.logIn(browser, site, ADMINISTRATOR)
        clean = tracesIn(site)
      })

      it('is installed for all of its sites', async () => {
        await administrator.installPlugin(zip, '/wp-admin/network/')
        const active = site.run(`return array_keys(get_site_option('active_sitewide_plugins'));`)
        assert.deepEqual(active, [`${PLUGIN}/${PLUGIN}.php`])
      })

      it('lets the administrator of one site show a quiz, though WordPress filters what they write', async () => {
        const account = site.addUser('administrator', 2)
        assert.equal(site.run(`switch_to_blog(2);
          return user_can(get_user_by('login', '${account.user}'), 'unfiltered_html');`), false)
        const owner = await Person.logIn(browser, site, account)
        await answersOn(await owner.publishBlock('A quiz of the second site', 'quiz', MODULE, '/second/wp-admin/'))
        await owner.open(`/second${SETTINGS}`)
        await owner.page.select('#dsg-theme', 'site')
        await owner.press('#submit')
        assert.equal(site.run(`return get_blog_option(1, 'digital_skills_guide');`), false)
        assert.equal(site.run(`return get_blog_option(2, 'digital_skills_guide')['theme'];`), 'site')
        await owner.close()
      })

      it('leaves nothing behind on any of them when it is deleted', async () => {
        assert.notDeepEqual(tracesIn(site), clean)
        await administrator.deletePlugin('/wp-admin/network/')
        assert.deepEqual(tracesIn(site), clean)
      })
    })

    /** Somebody who is not logged in answers a question there, and the browser has nothing to complain of. */
    async function answersOn(address: string): Promise<void> {
      const {question, feedback} = await visitor.answer(address)
      assert.match(question, /\w/)
      assert.match(feedback, /\w/)
      // Themes that outline what has focus do not outline the whole quiz.
      assert.equal(await visitor.page.$eval('dsg-quiz', quiz => getComputedStyle(quiz).outlineStyle), 'none')
      assert.deepEqual(visitor.complaints, [])
    }
  })
}

interface Traces { tables: string[]; named: string[]; files: string[] }

/**
 * What a plugin may leave: tables, whatever is saved under our name or speaks of us, and files. Pages are not counted,
 * which belong to whoever wrote them; nor what WordPress notes by itself of every plugin that was there.
 */
function tracesIn(site: Site): Traces {
  return site.run<Traces>(`
    $named = [];
    foreach ($wpdb->get_col("SHOW TABLES") as $table) {
      if (preg_match('/(?:posts|postmeta)$/', $table)) continue;
      foreach ($wpdb->get_results("SELECT * FROM $table", ARRAY_A) as $row) {
        $name = $table . ': ' . implode(' ', array_slice($row, 0, 3));
        if (preg_match('/recently_activated|_transient_/', $name)) continue;
        if (preg_match('/digital.skills.guide/i', implode(' ', $row))) $named[] = $name;
      }
    }
    $folder = new RecursiveDirectoryIterator(WP_CONTENT_DIR, FilesystemIterator::SKIP_DOTS);
    $isOurs = fn($file) => preg_match('/digital.skills.guide/i', $file);
    $files = array_values(array_filter(array_map('strval',
      iterator_to_array(new RecursiveIteratorIterator($folder), false)), $isOurs));
    sort($files);
    return ['tables' => $wpdb->get_col("SHOW TABLES"), 'named' => $named, 'files' => $files];`)
}

/** A text as PHP writes it. */
function php(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`
}
