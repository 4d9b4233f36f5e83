// As a browser does that was told to keep nothing: to look is to be refused.
for (const name of ['indexedDB', 'localStorage', 'sessionStorage', 'caches']) {
  Object.defineProperty(window, name, {get() { throw new DOMException(`${name} is not allowed here`, 'SecurityError') }})
}
