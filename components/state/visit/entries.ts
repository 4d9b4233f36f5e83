/** What the browser's history says of places in our elements. */
export const entries = {
  /**
   * Whoever comes to an entry looks here first: on a shared computer it may say a place of somebody who has left. The code that
   * knows comes later (`elements/saving/next-person.ts`); until then every entry is as it says.
   */
  check(): void {},
  /**
   * What the entry had when the page was loaded, which is where people were before they loaded it again, or before they came back
   * to it. Undefined once that was somebody else.
   */
  atFirst: (globalThis as {history?: History}).history?.state as unknown,
}
