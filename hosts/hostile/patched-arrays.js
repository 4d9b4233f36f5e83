// As libraries of 2008 did: methods of their own on everybody's arrays, which `for (… in …)` then meets.
for (const name of ['each', 'first', 'last', 'remove', 'clean', 'contains', 'compact', 'without']) {
  Array.prototype[name] = function () { throw new Error(`Array.prototype.${name} is the host's own`) }
}
