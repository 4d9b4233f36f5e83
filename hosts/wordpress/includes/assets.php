<?php
/** The script and the style sheets of the elements, on pages that show one. All are files of this site. */

namespace DigitalSkillsGuide;

defined('ABSPATH') || exit;

const SCRIPT = 'digital-skills-guide';

/** May be called late: in the middle of a page, and several times. */
function enqueue_elements(): void {
  $address = plugins_url('guide/dsg.js', PLUGIN_FILE);
  $version = (string) filemtime(dirname(PLUGIN_FILE) . '/guide/dsg.js');
  if (function_exists('wp_enqueue_script_module')) {
    wp_enqueue_script_module(SCRIPT, $address, [], $version);
  } else {
    wp_enqueue_script(SCRIPT, $address, [], $version, true);
  }
  wp_enqueue_style(SCRIPT, plugins_url('css/focus.css', PLUGIN_FILE), [], $version);
  if (settings()['theme'] === 'site') {
    wp_enqueue_style(SCRIPT . '-colours', plugins_url('css/site-colours.css', PLUGIN_FILE), [], $version);
  }
}

/** WordPress before 6.5 writes every script as a classic one, which cannot import the parts that ours is made of. */
add_filter('script_loader_tag', function (string $tag, string $handle): string {
  if ($handle !== SCRIPT) return $tag;
  return str_replace('<script ', '<script type="module" ', str_replace(" type='text/javascript'", '', $tag));
}, 10, 2);
