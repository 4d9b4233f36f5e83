<?php
/**
 * What a web server does for WordPress: files as they are, all other addresses to index.php, and on a network the
 * addresses of its second site to the same files. After the rules that WordPress gives for Apache.
 */
$root = $_SERVER['DOCUMENT_ROOT'];
$path = urldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH));
$isOwn = file_exists($root . $path);
if (!$isOwn) $path = preg_replace('#^/[\w-]+(?=/(?:wp-(?:content|admin|includes)\b|[^/]+\.php$))#', '', $path);
if (is_dir($root . $path) && is_file("$root$path/index.php")) $path = rtrim($path, '/') . '/index.php';
$file = realpath($root . $path);

if ($file === false || strpos($file, realpath($root)) !== 0 || is_dir($file)) {
  $path = '/index.php';
  $file = "$root/index.php";
} elseif (substr($file, -4) !== '.php') {
  if ($isOwn) return false;
  $types = ['js' => 'text/javascript', 'css' => 'text/css', 'json' => 'application/json', 'svg' => 'image/svg+xml'];
  header('Content-Type: ' . ($types[pathinfo($file, PATHINFO_EXTENSION)] ?? 'application/octet-stream'));
  readfile($file);
  return true;
}
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = $path;
$_SERVER['SCRIPT_FILENAME'] = $file;
chdir(dirname($file));
require $file;
