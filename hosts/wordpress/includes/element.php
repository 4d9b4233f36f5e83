<?php
/** One element as HTML. Everything in it is from a list of ours, or was cleaned and escaped here. */

namespace DigitalSkillsGuide;

defined('ABSPATH') || exit;

/**
 * @param array<string, mixed> $wanted - "show", and attributes of what it shows; any others are left out
 * @return string HTML that is safe to print
 */
function element_html(array $wanted): string {
  $show = is_string($wanted['show'] ?? null) && $wanted['show'] !== '' ? $wanted['show'] : 'guide';
  if (!isset(ELEMENTS[$show])) {
    /* translators: 1: the word somebody wrote, 2: the words that can be used. */
    $reason = __('The digital skills guide cannot show "%1$s". Use one of: %2$s.', 'digital-skills-guide');
    return mistake_html(sprintf($reason, $show, implode(', ', array_keys(ELEMENTS))));
  }
  // A feed reader runs no script.
  if (is_feed()) return link_html();

  $attributes = ['src' => guide_address()];
  if (settings()['shared_computer']) $attributes['shared-computer'] = true;
  foreach (attributes_of($show) as $name => $holds) {
    $value = clean_value($holds, $wanted[$name] ?? '');
    if ($value === null) {
      /* translators: 1: name of a setting such as module, 2: what somebody wrote for it. */
      $reason = __('The digital skills guide cannot use %1$s="%2$s". Check its spelling.', 'digital-skills-guide');
      return mistake_html(sprintf($reason, $name, is_scalar($wanted[$name]) ? (string) $wanted[$name] : ''));
    }
    if ($value !== false) $attributes[$name] = $value;
  }
  enqueue_elements();
  return sprintf('<dsg-%1$s%2$s>%3$s</dsg-%1$s>', $show, attributes_html($attributes), link_html());
}

/** @param array<string, string|true> $attributes */
function attributes_html(array $attributes): string {
  $html = '';
  foreach ($attributes as $name => $value) {
    $isAddress = $name === 'src' || $name === 'guide-href';
    $html .= $value === true ? " $name" : sprintf(' %s="%s"', $name, $isAddress ? esc_url($value) : esc_attr($value));
  }
  return $html;
}

/** What a reader sees until the element is ready, and instead of it where script does not run. */
function link_html(): string {
  $text = esc_html__('Read the digital skills guide', 'digital-skills-guide');
  return sprintf('<p><a href="%s">%s</a></p>', esc_url(guide_page()), $text);
}

/** Whoever can mend a page reads what is wrong with it; everybody else gets the way to the guide. */
function mistake_html(string $reason): string {
  $notice = current_user_can('edit_posts') ? '<p><strong>' . esc_html($reason) . '</strong></p>' : '';
  return $notice . link_html();
}
