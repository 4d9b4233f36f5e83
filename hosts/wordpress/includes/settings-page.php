<?php
/** Settings > Digital skills guide. For administrators; WordPress's own options.php takes the form, with its nonce. */

namespace DigitalSkillsGuide;

defined('ABSPATH') || exit;

const PAGE = 'digital-skills-guide';

add_action('admin_menu', function () {
  $title = __('Digital skills guide', 'digital-skills-guide');
  add_options_page($title, $title, 'manage_options', PAGE, __NAMESPACE__ . '\\print_settings_page');
});

add_filter('plugin_action_links_' . plugin_basename(PLUGIN_FILE), function (array $links): array {
  if (!current_user_can('manage_options')) return $links;
  $address = esc_url(admin_url('options-general.php?page=' . PAGE));
  array_unshift($links, sprintf('<a href="%s">%s</a>', $address, esc_html__('Settings', 'digital-skills-guide')));
  return $links;
});

function print_settings_page(): void {
  if (!current_user_can('manage_options')) return;
  $field = esc_attr(OPTION);
  ['address' => $address, 'theme' => $theme, 'shared_computer' => $isShared] = settings();
  $themes = [
    'nhs' => __('NHS colours', 'digital-skills-guide'),
    'site' => __('Colours of this site', 'digital-skills-guide'),
  ];
  ?>
  <div class="wrap">
    <h1><?php echo esc_html(get_admin_page_title()); ?></h1>
    <p>
      <?php esc_html_e('To show the guide, add the block "Digital skills guide" to a page.', 'digital-skills-guide'); ?>
      <?php esc_html_e('Where there are no blocks, write a shortcode:', 'digital-skills-guide'); ?>
    </p>
    <p><code>[digital-skills-guide show="quiz" module="spot-suspicious-email"]</code></p>
    <form method="post" action="options.php">
      <?php settings_fields(PAGE); ?>
      <table class="form-table" role="presentation">
        <tr>
          <th scope="row">
            <label for="dsg-address"><?php esc_html_e('Address of the guide', 'digital-skills-guide'); ?></label>
          </th>
          <td>
            <input class="regular-text code" id="dsg-address" name="<?php echo $field; ?>[address]" type="text"
              value="<?php echo esc_attr($address); ?>" aria-describedby="dsg-address-hint" autocomplete="off"
              spellcheck="false">
            <p class="description" id="dsg-address-hint">
              <?php esc_html_e('Leave this empty to show the guide inside this plugin.', 'digital-skills-guide'); ?>
              <br>
              <?php esc_html_e('To show another, write the address of its guide.json.', 'digital-skills-guide'); ?>
            </p>
          </td>
        </tr>
        <tr>
          <th scope="row"><label for="dsg-theme"><?php esc_html_e('Colours', 'digital-skills-guide'); ?></label></th>
          <td>
            <select id="dsg-theme" name="<?php echo $field; ?>[theme]">
              <?php foreach ($themes as $value => $label) { ?>
                <option value="<?php echo esc_attr($value); ?>"<?php selected($theme, $value); ?>>
                  <?php echo esc_html($label); ?>
                </option>
              <?php } ?>
            </select>
          </td>
        </tr>
        <tr>
          <th scope="row"><?php esc_html_e('Shared computers', 'digital-skills-guide'); ?></th>
          <td>
            <input id="dsg-shared" name="<?php echo $field; ?>[shared_computer]" type="checkbox" value="1"
              <?php checked($isShared); ?> aria-describedby="dsg-shared-hint">
            <label for="dsg-shared">
              <?php esc_html_e('People read this site on computers that others use too', 'digital-skills-guide'); ?>
            </label>
            <p class="description" id="dsg-shared-hint">
              <?php esc_html_e('The guide then saves nothing on the computer.', 'digital-skills-guide'); ?>
              <?php esc_html_e('It clears the answers after 10 minutes without use.', 'digital-skills-guide'); ?>
            </p>
          </td>
        </tr>
      </table>
      <?php submit_button(); ?>
    </form>
    <p>
      <a href="<?php echo esc_url(guide_page()); ?>">
        <?php esc_html_e('Open the guide by itself', 'digital-skills-guide'); ?>
      </a>
    </p>
  </div>
  <?php
}
