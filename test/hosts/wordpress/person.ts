import type {Browser, BrowserContext, Frame, Page} from 'puppeteer-core'
import type {ADMINISTRATOR, Site} from './site.js'

/** Somebody with a browser of their own on a site: logged in, or a visitor. */
export class Person {
  readonly site: Site
  readonly page: Page
  /** What went wrong on its pages, and requests to anywhere else. */
  readonly complaints: string[] = []
  readonly #context: BrowserContext

  private constructor(site: Site, context: BrowserContext, page: Page) {
    this.site = site
    this.page = page
    this.#context = context
    page.setDefaultTimeout(20_000)
    page.on('console', message => {
      // WordPress's editor asks for things that its author may not see, and takes no for an answer.
      const {url = ''} = message.location()
      if (message.type() === 'error' && !url.includes('/wp-json/')) this.complaints.push(`${message.text()} ${url}`)
    })
    page.on('pageerror', error => this.complaints.push(String(error)))
    page.on('request', request => {
      const isElsewhere = /^https?:/.test(request.url()) && !request.url().startsWith(`${site.address}/`)
      if (isElsewhere) this.complaints.push(`asked for ${request.url()}`)
    })
    // A page that is left with unsaved changes asks whether to leave.
    page.on('dialog', dialog => void dialog.accept())
  }

  static async visit(browser: Browser, site: Site): Promise<Person> {
    const context = await browser.createBrowserContext()
    const page = await context.newPage()
    await page.setViewport({width: 1280, height: 1000})
    return new Person(site, context, page)
  }

  static async logIn(browser: Browser, site: Site, {user, password}: typeof ADMINISTRATOR): Promise<Person> {
    const person = await Person.visit(browser, site)
    await person.open('/wp-login.php')
    // WordPress puts the focus there a moment after the page is loaded, wherever somebody types by then.
    await person.page.waitForFunction(() => document.activeElement?.id === 'user_login')
    await person.page.type('#user_login', user)
    await person.page.type('#user_pass', password)
    await person.#follow(() => person.page.click('#wp-submit'))
    return person
  }

  async open(path: string): Promise<void> {
    await this.page.goto(new URL(path, this.site.address).href)
  }

  /** Presses what leads to another page, and waits for that. */
  async press(selector: string): Promise<void> {
    await this.#follow(() => this.page.locator(selector).click())
  }

  async text(selector = 'body'): Promise<string> {
    return this.page.$eval(selector, element => (element as HTMLElement).innerText)
  }

  /** Plugins, Add new, Upload plugin, Install now, Activate. */
  async installPlugin(zip: string, at = '/wp-admin/'): Promise<void> {
    await this.open(`${at}plugin-install.php?tab=upload`)
    const input = await this.page.waitForSelector('#pluginzip')
    await (input as unknown as {uploadFile(path: string): Promise<void>}).uploadFile(zip)
    await this.press('#install-plugin-submit')
    await this.press('a[href*="action=activate"]')
  }

  /** Deactivate, Delete, and OK to the question that WordPress asks then. */
  async deletePlugin(at = '/wp-admin/'): Promise<void> {
    await this.open(`${at}plugins.php`)
    await this.press('#deactivate-digital-skills-guide')
    await this.page.locator('#delete-digital-skills-guide').click()
    await this.page.waitForSelector('[data-slug="digital-skills-guide"].deleted')
  }

  /**
   * Writes a post with the block in it and publishes it, as a person does: by the "/" menu and the block's own lists.
   *
   * @returns the address of what was published
   */
  async publishBlock(title: string, show: string, module: string, at = '/wp-admin/'): Promise<string> {
    await this.open(`${at}post-new.php`)
    const canvas = await this.#canvas()
    await canvas.waitForSelector('.editor-post-title__input')
    await canvas.click('.editor-post-title__input')
    await this.page.keyboard.type(title)
    await this.page.keyboard.press('Enter')
    await this.page.keyboard.type('/digital')
    await this.page.waitForSelector('.components-autocomplete__result')
    await this.page.keyboard.press('Enter')
    const [list] = await this.#lists(canvas, 1)
    await list!.select(show)
    const [, modules] = await this.#lists(canvas, 2)
    await canvas.waitForSelector(`option[value="${module}"]`)
    await modules!.select(module)
    return this.#publish()
  }

  /** Opens what was published, answers the first question of the quiz on it, and reads what is said then. */
  async answer(address: string): Promise<{question: string; feedback: string}> {
    await this.open(address)
    const question = await this.#inQuiz('h1, h2, h3')
    await this.page.locator('dsg-quiz >>> input').click()
    await this.page.locator('dsg-quiz >>> form button').click()
    return {question, feedback: await this.#inQuiz('.feedback')}
  }

  /** Text of the first element that a selector finds in the quiz, as soon as it is there. */
  async #inQuiz(selector: string): Promise<string> {
    const text = await this.page.waitForFunction(selector =>
      document.querySelector('dsg-quiz')?.shadowRoot?.querySelector<HTMLElement>(selector)?.innerText, {}, selector)
    return String(await text.jsonValue())
  }

  async close(): Promise<void> {
    await this.#context.close()
  }

  /** From WordPress 6.3 on, what is written stands in a frame. */
  async #canvas(): Promise<Page | Frame> {
    const found = await this.page.waitForSelector('iframe[name="editor-canvas"], .editor-post-title__input')
    return await found!.contentFrame() ?? this.page
  }

  async #lists(canvas: Page | Frame, count: number) {
    const selector = '[data-type="digital-skills-guide/guide"] select'
    await canvas.waitForFunction((selector, count) => document.querySelectorAll(selector).length === count, {},
      selector, count)
    return canvas.$$(selector)
  }

  async #publish(): Promise<string> {
    await this.page.locator('.editor-post-publish-button__button').click()
    await this.page.locator('.editor-post-publish-panel .editor-post-publish-button').click()
    const link = await this.page.waitForSelector('.post-publish-panel__postpublish-buttons a[href]')
    return link!.evaluate(element => element.href)
  }

  async #follow(act: () => Promise<unknown>): Promise<void> {
    await Promise.all([this.page.waitForNavigation(), act()])
  }
}
