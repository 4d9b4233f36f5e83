/** One task a screen; `home` is the list of them. */
export const SCREENS = [
  'home', 'set-up', 'factors', 'factor', 'rate', 'raters', 'agree', 'agree-factor', 'plan', 'action', 'snapshot',
  'correction', 'profile', 'compare', 'history', 'report', 'own', 'places',
] as const
export type Screen = (typeof SCREENS)[number]

/** What is on screen. */
export interface CanvasPlace {
  screen: Screen
  /** Id of what it is about there: a rating set, a factor, an action, a snapshot. */
  about?: string
}

/** The place that an entry of the browser's history has in it; other scripts keep their own things there. */
export function placeIn(state: unknown): CanvasPlace | undefined {
  const place = (state as {dsgCanvas?: Partial<CanvasPlace>} | null)?.dsgCanvas
  const screen = SCREENS.find(each => each === place?.screen)
  return screen && {screen, about: typeof place?.about === 'string' ? place.about : undefined}
}
