/** True only when the browser says that there is no such database here; not all can be asked. */
export async function isKnownAbsent(name: string): Promise<boolean> {
  if (typeof indexedDB.databases !== 'function') return false
  const known = await indexedDB.databases().catch(() => undefined)
  return known !== undefined && !known.some(database => database.name === name)
}

/** The database that a guide's record is kept in, on a device where the learner agreed. @param guide - id of the guide */
export function recordDatabase(guide: string): string {
  return `dsg-record-${guide}`
}
