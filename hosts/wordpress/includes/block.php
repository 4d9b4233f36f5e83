<?php
/**
 * The block. It is rendered on every view, so that the text of a page holds no element of ours: WordPress would remove
 * it from what most people save.
 */

namespace DigitalSkillsGuide;

defined('ABSPATH') || exit;

add_action('init', function () {
  $block = register_block_type(dirname(PLUGIN_FILE) . '/block');
  if (!$block) return;
  [$script] = $block->editor_script_handles;
  // The editor lists the pathways and modules of the guide that this site shows.
  $given = wp_json_encode(['guide' => guide_address()]);
  wp_add_inline_script($script, "window.digitalSkillsGuide = $given", 'before');
  wp_set_script_translations($script, 'digital-skills-guide', dirname(PLUGIN_FILE) . '/languages');
});
