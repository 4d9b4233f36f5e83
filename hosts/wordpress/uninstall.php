<?php
/** The plugin is being deleted: the one thing it ever saved goes too, on every site of a network. */

defined('WP_UNINSTALL_PLUGIN') || exit;

if (is_multisite()) {
  foreach (get_sites(['fields' => 'ids', 'number' => 0]) as $site) {
    switch_to_blog($site);
    delete_option('digital_skills_guide');
    restore_current_blog();
  }
} else {
  delete_option('digital_skills_guide');
}
