<?php
return [
  'dependencies' => ['wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element', 'wp-i18n'],
  'version' => (string) filemtime(__DIR__ . '/editor.js'),
];
