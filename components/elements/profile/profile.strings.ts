import type {Strings} from '../shared/words/strings.js'

export const profileStrings = {
  en: {
    notFound: (framework: string) => `The guide has no framework called "${framework}". Tell the team that looks after this page.`,
    none: 'This guide has nothing to rate yourself on yet.',
    title: 'Your digital skills',
    empty: 'You have not rated your skills yet.',
    start: 'Rate your digital skills',
    on: (date: string) => `Rated on ${date}`,
    chart: 'Where you are now and what your role needs',
    opening: {
      gaps: (areas: string, isOne: boolean) => isOne ? `Your biggest gap is ${areas}.` : `Your biggest gaps are ${areas}.`,
      gapsIn: (areas: number, of: number) => `Your biggest gaps are in ${areas} of ${of} skill areas.`,
      gapsInAll: (areas: number, ofGuide: number) =>
        `Your role needs more, by the same amount, in all ${areas} skill areas${areas < ofGuide ? ' that you rated' : ''}.`,
      standing: (now: string, needed: string) => `You are here now: ${now}. Your role needs: ${needed}.`,
      few: (statements: number) => statements === 1 ? 'Your role needs more for 1 statement. No skill area as a whole has a gap.'
        : `Your role needs more for ${statements} statements. No skill area as a whole has a gap.`,
      unsure: (now: number, needed: number) => now + needed === 1
        ? `You were not sure ${unsureOf(now, needed)}, so we cannot say yet if your role needs more.`
        : `You were not sure ${unsureOf(now, needed)}, so we cannot say yet where your role needs more.`,
      alsoUnsure: (now: number, needed: number) =>
        `You can do what your role needs wherever you were sure. You were not sure ${unsureOf(now, needed)}.`,
      askManager: 'You can ask your manager, and change your answers later.',
      check: (module: string, minutes: string) => `The short check in "${module}" (${minutes}) shows where you are.`,
      outside: 'You said that none of this is part of your role.',
      enough: 'You can do what your role needs in everything that you rated.',
      nothing: 'The statements that you rated are no longer in this guide. Rate your skills again to see where you stand.',
    },
    startWith: (module: string, minutes: string) => `Start with "${module}", ${minutes}.`,
    go: (module: string) => `Start "${module}"`,
    between: (low: string, high: string) => `between ${low} and ${high}`,
    figure: (figure: string) => `${figure} of 5`,
    answers: (answers: number) => answers === 1 ? 'From 1 answer' : `From ${answers} answers`,
    moreIn: (statements: number, of: number) => !statements ? 'no' : of === 1 ? 'yes' : `for ${statements} of ${of} statements`,
    notKnown: 'not known yet',
    noPicture: 'There is no picture yet. It shows where you are now, once you are sure of that for at least 1 statement.',
    noPictureOutside: 'There is no picture, as it shows only what is part of your role.',
    nowOnly: (now: string) => `Now: ${now}; you are not sure what your role needs`,
    neededOnly: (needed: string) => `Role needs: ${needed}; you are not sure where you are now`,
    alsoNow: (now: string) => `Now, where you are not sure what your role needs: ${now}`,
    alsoNeeded: (needed: string) => `Role needs, where you are not sure of yourself: ${needed}`,
    also: {
      now: (now: string) => `${now}, where you are not sure what your role needs`,
      needed: (needed: string) => `${needed}, where you are not sure of yourself`,
      before: (before: string) => `${before}, where you are not sure what your role needs`,
    },
    asTable: 'See this as a table',
    area: 'Skill area',
    now: 'Now',
    needed: 'Role needs',
    gap: 'Role needs more',
    before: 'Before, looking back',
    earlier: (date: string) => `On ${date}`,
    change: 'Change',
    noRating: 'No rating',
    rated: (rated: number, of: number) => `${rated} of ${of} statements rated`,
    leftOut: (now: number, needed: number, notMyRole: number) => [
      now ? `${now} not sure where you are now` : '', needed ? `${needed} not sure what your role needs` : '',
      notMyRole ? `${notMyRole} not part of your role` : '',
    ].filter(Boolean).join(', '),
    noLevel: {unsure: 'not sure', 'not-my-role': 'not part of your role'},
    gone: (ratings: number) => ratings === 1 ? '1 statement that you rated is no longer in this guide'
      : `${ratings} statements that you rated are no longer in this guide`,
    goneHint: 'They are not counted above. Your ratings stay in your record. We no longer have the words of these statements, only the short names that the guide uses for them.',
    goneRating: (statement: string, now: string, needed: string) => `${statement}: now ${now}, role needs ${needed}`,
    rule: 'How this is worked out',
    ruleText: 'Each skill area shows the mean of your answers, by level. The gap is what your role needs, less where you are now. Where you were sure of only one of the two, we show that one, and there is no gap. Statements that are not part of your role are left out.',
    ruleLimits: 'There is no pass mark, no total and no comparison with other people. The levels are our own.',
    suggestions: 'Modules that may help',
    suggestionsHint: 'What may help you most comes first. You can do any module, in any order.',
    more: (modules: number) => modules === 1 ? 'See 1 more module' : `See ${modules} more modules`,
    audience: 'Show modules for',
    anyAudience: 'All staff and roles',
    noSuggestions: 'You have done all that we would suggest. You can still choose any pathway.',
    comparison: 'What has changed',
    comparisonHint: 'Only statements that you rated both times count here.',
    compared: {
      up: (areas: string) => `You rate yourself higher in ${areas}.`,
      down: (areas: string) => `You rate yourself lower in ${areas}.`,
      same: (areas: string) => `No change in ${areas}.`,
    },
    notCompared: 'You rated no statement on both occasions, so nothing can be compared.',
    textChanged: 'The words of some statements have changed since then, so compare with care.',
    up: 'higher',
    down: 'lower',
    same: 'no change',
    show: 'Show my manager',
    showHint: 'Your name is not in it.',
    print: 'Print this page',
    share: 'Share as text',
    copy: 'Copy as text',
    copied: 'Copied. You can paste it into a message.',
    notCopied: 'We could not copy it. Select this text and copy it:',
  },
} satisfies Strings<unknown>

/** Completes "You were not sure". @param now - of how many where they are; `needed`: of how many others what their role needs */
function unsureOf(now: number, needed: number): string {
  const statements = (count: number) => count === 1 ? '1 statement' : `${count} statements`
  if (!now) return `what your role needs for ${statements(needed)}`
  const about = `about ${statements(now)}`
  return needed ? `${about}, or what your role needs for ${needed} ${needed === 1 ? 'other' : 'others'}` : about
}
