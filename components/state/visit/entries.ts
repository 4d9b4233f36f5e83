/**
 * Whoever comes to an entry of the browser's history looks here first: on a shared computer it may say a place of somebody who
 * has left. The code that knows comes later (`elements/saving/next-person.ts`); until then every entry is as it says.
 */
export const entries = {check(): void {}}
