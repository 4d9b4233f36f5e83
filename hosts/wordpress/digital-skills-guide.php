<?php
/**
 * Plugin Name: Digital skills guide
 * Description: Shows the digital skills guide, or a part of it such as a quiz, with a block or a shortcode.
 * Version: 0.1.0
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * License: MIT
 * Text Domain: digital-skills-guide
 * Domain Path: /languages
 */

namespace DigitalSkillsGuide;

defined('ABSPATH') || exit;

const PLUGIN_FILE = __FILE__;

require_once __DIR__ . '/includes/settings.php';
require_once __DIR__ . '/includes/attributes.php';
require_once __DIR__ . '/includes/element.php';
require_once __DIR__ . '/includes/assets.php';
require_once __DIR__ . '/includes/block.php';
require_once __DIR__ . '/includes/shortcode.php';
if (is_admin()) require_once __DIR__ . '/includes/settings-page.php';

add_action('init', function () {
  load_plugin_textdomain('digital-skills-guide', false, dirname(plugin_basename(PLUGIN_FILE)) . '/languages');
});
