import {spawn, spawnSync, type ChildProcess} from 'node:child_process'
import {once} from 'node:events'
import {cpSync, existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {createServer, type AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {setTimeout as after} from 'node:timers/promises'

export const ADMINISTRATOR = {user: 'administrator', password: 'Marsh-Vale-Reeds-71'}

const ROUTER = fileURLToPath(new URL('router.php', import.meta.url))
const READY_MS = 30_000

/** A WordPress of its own: a copy of its files, its own database server and PHP's web server, all in one new folder. */
export class Site {
  readonly #folder: string
  readonly #processes: ChildProcess[] = []
  readonly address: string

  private constructor(folder: string, port: number) {
    this.#folder = folder
    this.address = `http://localhost:${port}`
  }

  /**
   * @param source - folder of the WordPress to copy, such as the one of Debian's package
   * @throws with what the program said, when the database or the web server does not start
   */
  static async start(source: string): Promise<Site> {
    if (!existsSync(source)) throw new Error(`${source} is not there. test/README.md says what these tests need.`)
    const site = new Site(mkdtempSync(join(tmpdir(), 'dsg-wordpress-')), await freePort())
    try {
      cpSync(source, site.root, {recursive: true, dereference: true})
      await site.#startDatabase()
      site.#configure()
      await site.#startServer()
      await site.#install()
      return site
    } catch (error) {
      await site.stop()
      throw error
    }
  }

  /** Where WordPress's files are. */
  get root(): string { return join(this.#folder, 'site') }

  /** Runs PHP inside WordPress, for what a test prepares or looks up; what it returns comes back as data. */
  run<Result = unknown>(code: string): Result {
    const script = `$_SERVER['HTTP_HOST'] = '${new URL(this.address).host}'; $_SERVER['REQUEST_URI'] = '/';
      require 'wp-load.php'; require_once ABSPATH . 'wp-admin/includes/admin.php';
      echo "\\x1e", json_encode((function () { global $wpdb; ${code} })());`
    const {status, stdout, stderr} = spawnSync('php', ['-r', script], {cwd: this.root, encoding: 'utf8'})
    const answer = stdout.split('\x1e')[1]
    if (status !== 0 || answer === undefined) throw new Error(`PHP ended with ${status}.\n${stdout}${stderr}`)
    return JSON.parse(answer || 'null') as Result
  }

  /** Makes a network of this site and a second one at /second/, as Tools, Network Setup does. */
  makeNetwork(): void {
    this.#configure(`define('WP_ALLOW_MULTISITE', true);`)
    const {host} = new URL(this.address)
    this.run(`foreach ($wpdb->tables('ms_global') as $table => $name) $wpdb->$table = $name;
      require_once ABSPATH . 'wp-admin/includes/upgrade.php';
      install_network();
      return populate_network(1, '${host}', 'admin@example.org', 'A network', '/', false);`)
    this.#configure(`define('MULTISITE', true); define('SUBDOMAIN_INSTALL', false); define('SITE_ID_CURRENT_SITE', 1);
      define('DOMAIN_CURRENT_SITE', '${host}'); define('PATH_CURRENT_SITE', '/'); define('BLOG_ID_CURRENT_SITE', 1);`)
    // WordPress takes the colon out of an address with a port.
    this.run(`add_filter('wp_normalize_site_data', fn($data) => ['domain' => '${host}'] + $data, 20);
      $second = wp_insert_site(['domain' => '${host}', 'path' => '/second/', 'title' => 'Second', 'user_id' => 1]);
      update_blog_option($second, 'show_avatars', 0);`)
  }

  /**
   * @param role - of somebody new
   * @param blog - the site of a network that they have it on
   */
  addUser(role: string, blog = 1): typeof ADMINISTRATOR {
    const user = `${role}-${blog}`
    const password = `${ADMINISTRATOR.password}-${user}`
    this.run(`${blog === 1 ? '' : `switch_to_blog(${blog});`} return wp_insert_user(['user_login' => '${user}',
      'user_pass' => '${password}', 'role' => '${role}', 'user_email' => '${user}@example.org']);`)
    this.skipWelcome()
    return {user, password}
  }

  /** The editor greets everybody with a tour the first time, which lies over it. */
  skipWelcome(): void {
    this.run(`foreach (is_multisite() ? get_sites(['fields' => 'ids']) : [1] as $site) {
      foreach (get_users(['fields' => 'ID', 'blog_id' => 0]) as $user) update_user_meta($user,
        $wpdb->get_blog_prefix($site) . 'persisted_preferences', ['core/edit-post' => ['welcomeGuide' => false]]);
    }`)
  }

  async stop(): Promise<void> {
    for (const child of this.#processes.reverse()) await ended(child)
    rmSync(this.#folder, {recursive: true, force: true})
  }

  async #startDatabase(): Promise<void> {
    const data = join(this.#folder, 'data')
    const asRoot = process.getuid?.() === 0 ? ['--user=root'] : []
    const made = spawnSync('mariadb-install-db', ['--no-defaults', `--datadir=${data}`, '--skip-test-db',
      '--auth-root-authentication-method=normal', ...asRoot], {encoding: 'utf8'})
    if (made.status !== 0) throw new Error(`The database could not be made.\n${made.stdout}${made.stderr}`)
    const server = this.#spawn('mariadbd', ['--no-defaults', `--datadir=${data}`, `--socket=${this.#socket}`,
      '--skip-networking', '--skip-log-bin', '--innodb-flush-log-at-trx-commit=0', ...asRoot])
    const use = `(new mysqli('localhost', 'root', '', '', 0, '${this.#socket}'))->query('CREATE DATABASE wordpress');`
    await until('The database', server, () => Promise.resolve(spawnSync('php', ['-r', use]).status === 0))
  }

  async #startServer(): Promise<void> {
    const server = this.#spawn('php', ['-S', new URL(this.address).host, '-t', this.root,
      // A wp-config.php that has changed holds at once.
      '-d', 'opcache.enable_cli=1', '-d', 'opcache.revalidate_freq=0', '-d', 'display_errors=0', ROUTER])
    await until('The web server', server, () => fetch(this.address, {redirect: 'manual'}).then(() => true, () => false))
  }

  async #install(): Promise<void> {
    const {user, password} = ADMINISTRATOR
    const form = new URLSearchParams({
      weblog_title: 'Marsh Vale intranet', user_name: user, admin_password: password, admin_password2: password,
      admin_email: 'admin@example.org', blog_public: '0',
    })
    const answer = await fetch(`${this.address}/wp-admin/install.php?step=2`, {method: 'POST', body: form})
    const text = await answer.text()
    if (!text.includes('wp-login.php')) throw new Error(`WordPress could not be installed.\n${text}`)
    this.run(`global $wp_rewrite; $wp_rewrite->set_permalink_structure('/%postname%/'); flush_rewrite_rules();
      update_option('show_avatars', 0);`)
    this.skipWelcome()
  }

  get #socket(): string { return join(this.#folder, 'database.sock') }

  /** @param network - definitions for a network of sites */
  #configure(network = ''): void {
    writeFileSync(join(this.root, 'wp-config.php'), `<?php
define('DB_NAME', 'wordpress'); define('DB_USER', 'root'); define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:${this.#socket}'); define('DB_CHARSET', 'utf8mb4');
define('WP_HTTP_BLOCK_EXTERNAL', true); define('DISABLE_WP_CRON', true); define('AUTOMATIC_UPDATER_DISABLED', true);
define('FS_METHOD', 'direct'); define('WP_DEBUG', true); define('WP_DEBUG_DISPLAY', false);
define('WP_DEBUG_LOG', '${join(this.#folder, 'debug.log')}');
${network}
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`)
  }

  /** In a group of its own, so that the server's workers end with it. */
  #spawn(command: string, words: string[]): ChildProcess {
    const child = spawn(command, words,
      {stdio: 'ignore', detached: true, env: {...process.env, PHP_CLI_SERVER_WORKERS: '3'}})
    this.#processes.push(child)
    return child
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const {port} = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function until(what: string, child: ChildProcess, isReady: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + READY_MS; Date.now() < end; await after(50)) {
    if (child.exitCode !== null) throw new Error(`${what} ended with ${child.exitCode} before it was ready.`)
    if (await isReady()) return
  }
  throw new Error(`${what} was not ready in ${READY_MS / 1000} seconds.`)
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return
  const end = once(child, 'exit')
  process.kill(-child.pid, 'SIGKILL')
  await end
}
