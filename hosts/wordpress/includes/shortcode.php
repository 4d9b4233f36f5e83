<?php
/** `[digital-skills-guide show="quiz" module="spot-suspicious-email"]`, for pages that are not made of blocks. */

namespace DigitalSkillsGuide;

defined('ABSPATH') || exit;

add_action('init', function () {
  add_shortcode('digital-skills-guide', __NAMESPACE__ . '\\shortcode');
});

/** @param array<int|string, string>|string $written - a string when the shortcode has no attributes */
function shortcode($written): string {
  $wanted = [];
  foreach (is_array($written) ? $written : [] as $name => $value) {
    // A word by itself, such as with-confidence, has a number for its name.
    if (is_int($name)) $wanted[strtolower($value)] = 'yes';
    else $wanted[$name] = $value;
  }
  $known = attributes_of($wanted['show'] ?? 'guide');
  $unknown = array_diff(array_keys($wanted), ['show'], array_keys($known));
  if ($known && $unknown) {
    /* translators: 1: the word somebody wrote, 2: the words that can be used. */
    $reason = __('The digital skills guide cannot use "%1$s" here. Use: %2$s.', 'digital-skills-guide');
    return mistake_html(sprintf($reason, reset($unknown), implode(', ', array_keys($known))));
  }
  return element_html($wanted);
}
