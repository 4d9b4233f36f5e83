<?php
/** What the block and the shortcode may say, and nothing else: each element's attributes, and what each may hold. */

namespace DigitalSkillsGuide;

defined('ABSPATH') || exit;

/** By what "show" says: the attributes of that element. Its tag is "dsg-" and the same word. */
const ELEMENTS = [
  'guide' => ['with-confidence' => 'flag', 'with-feedback' => 'flag', 'address' => 'id', 'without-title' => 'flag'],
  'pathways' => [],
  'pathway' => ['pathway' => 'id'],
  'module' => ['module' => 'id', 'page' => 'id', 'question' => 'id', 'one-page' => 'flag', 'with-confidence' => 'flag'],
  'quiz' => ['module' => 'id', 'question' => 'id', 'with-confidence' => 'flag'],
  'self-assessment' => ['framework' => 'id', 'domains' => 'ids'],
  'profile' => ['framework' => 'id', 'audience' => 'id'],
  'record' => [],
  'search' => ['query' => 'words'],
  'glossary' => ['term' => 'id'],
  'canvas' => ['canvas' => 'id'],
  'feedback' => ['module' => 'id', 'with-comment' => 'flag'],
];

/** Those that every element takes. */
const FOR_ALL = ['heading-level' => 'rank', 'guide-href' => 'address', 'allow-images' => 'words'];

/** @return array<string, string> what each attribute holds, by its name; none when nothing of that name can be shown */
function attributes_of(string $show): array {
  return isset(ELEMENTS[$show]) ? ELEMENTS[$show] + FOR_ALL : [];
}

/**
 * The value as it may stand in the page.
 *
 * @param mixed $value - as the shortcode or the block has it
 * @return string|bool|null null when it cannot be used; false when the attribute is to be left out
 */
function clean_value(string $holds, $value) {
  if ($value === '' || $value === false || $value === null) return false;
  if ($holds === 'flag') return !in_array(strtolower((string) $value), ['no', 'false', '0', 'off'], true);
  if (!is_string($value) && !is_int($value)) return null;
  $text = trim((string) $value);
  switch ($holds) {
    case 'id': return preg_match('/\A[a-z0-9]+(?:-[a-z0-9]+)*\z/', $text) ? $text : null;
    // Domains of a framework, such as "D1, D6".
    case 'ids': return preg_match('/\A[A-Za-z0-9-]+(?:[ ,]+[A-Za-z0-9-]+)*\z/', $text) ? preg_replace('/[ ,]+/', ' ', $text) : null;
    case 'words': return sanitize_text_field($text);
    case 'rank': return preg_match('/\A[1-6]\z/', $text) ? $text : null;
    case 'address': return esc_url_raw($text, ['http', 'https']) ?: null;
  }
  return null;
}
