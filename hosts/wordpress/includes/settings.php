<?php
/** What the administrator has set: one option, read and cleaned here. */

namespace DigitalSkillsGuide;

defined('ABSPATH') || exit;

const OPTION = 'digital_skills_guide';

const DEFAULTS = [
  // Of a guide's guide.json. Empty: the guide that came with this plugin.
  'address' => '',
  // 'nhs', or 'site' for the colours of the site's own theme.
  'theme' => 'nhs',
  // Other people use the computers that this site is read on.
  'shared_computer' => false,
];

add_action('init', function () {
  register_setting('digital-skills-guide', OPTION, [
    'type' => 'object',
    'default' => DEFAULTS,
    'sanitize_callback' => __NAMESPACE__ . '\\clean_settings',
    'show_in_rest' => false,
  ]);
});

function settings(): array {
  $saved = get_option(OPTION, []);
  return array_merge(DEFAULTS, is_array($saved) ? array_intersect_key($saved, DEFAULTS) : []);
}

/** The address of the guide's guide.json, for every element on this site. */
function guide_address(): string {
  $address = settings()['address'];
  return $address === '' ? plugins_url('guide/guide.json', PLUGIN_FILE) : $address;
}

/** The page of the whole guide that was built with it. */
function guide_page(): string {
  return preg_replace('#[^/]*$#', '', guide_address()) . 'index.html';
}

/**
 * What may be kept of a form that was sent. WordPress has checked by then who sent it, and that it came from our page.
 *
 * @param mixed $sent
 */
function clean_settings($sent): array {
  $sent = is_array($sent) ? $sent : [];
  $theme = $sent['theme'] ?? '';
  return [
    'address' => clean_address($sent['address'] ?? ''),
    'theme' => in_array($theme, ['nhs', 'site'], true) ? $theme : DEFAULTS['theme'],
    'shared_computer' => !empty($sent['shared_computer']),
  ];
}

/**
 * An address that cannot be right is refused with the reason, and the one from before stays.
 *
 * @param mixed $sent
 */
function clean_address($sent): string {
  $address = is_string($sent) ? trim($sent) : '';
  if ($address === '') return '';
  $url = esc_url_raw($address, ['http', 'https']);
  if ($url === '' || !preg_match('#^(?:https?://[^/]|/(?!/))#i', $address)) {
    return keep_address(__('Start the address with https:// or with a single /.', 'digital-skills-guide'));
  }
  // Browsers do not load such an address on a page that came over https.
  if (is_ssl() && stripos($url, 'http://') === 0) {
    return keep_address(__('Use an address that starts with https://, as this site does.', 'digital-skills-guide'));
  }
  // People copy the address of the folder, or of the page in it.
  if (preg_match('#\.json(?:\?.*)?$#i', $url)) return $url;
  return trailingslashit(preg_replace('#/index\.html$#i', '', $url)) . 'guide.json';
}

function keep_address(string $reason): string {
  // Not there when a program sets the option, such as WP-CLI.
  if (function_exists('add_settings_error')) add_settings_error(OPTION, 'address', $reason);
  return settings()['address'];
}
