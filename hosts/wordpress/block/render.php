<?php
/**
 * The block on a page.
 *
 * @var array<string, mixed> $attributes
 */

namespace DigitalSkillsGuide;

defined('ABSPATH') || exit;

// Both parts come escaped.
printf('<div %s>%s</div>', get_block_wrapper_attributes(), element_html($attributes));
