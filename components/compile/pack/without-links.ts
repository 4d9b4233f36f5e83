/**
 * A tree of plain data, in which links to some modules are the words they had. Objects of a class, such as a
 * `Reading`, are passed on as they are.
 *
 * @param modules - ids
 */
export function withoutLinks<T>(data: T, modules: ReadonlySet<string>): T {
  return modules.size ? without(data, modules) as T : data
}

function without(data: unknown, modules: ReadonlySet<string>): unknown {
  if (Array.isArray(data)) {
    return data.flatMap((item: unknown) => (
      leadsTo(item, modules) ? without(item.children, modules) : [without(item, modules)]))
  }
  if (!isPlain(data)) return data
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, without(value, modules)]))
}

function leadsTo(item: unknown, modules: ReadonlySet<string>): item is {children: unknown[]} {
  if (!isPlain(item) || item.type !== 'link' || typeof item.url !== 'string') return false
  const [scheme, id = ''] = item.url.split(/[:#]/, 2)
  return scheme === 'module' && modules.has(id)
}

function isPlain(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && Object.getPrototypeOf(data) === Object.prototype
}
