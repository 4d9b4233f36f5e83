/** Words that say nothing about the subject, in the languages of the guide and of England and Wales. */
export const SMALL_WORDS = new Set(('a an the and or but of to in on for with by at from as than then so too very just '
  + 'is are was were be been am do does did done doing have has had having get got can could should would will must may '
  + 'might how what when where who whose why which i my mine we us our you your he him his she her it its they them '
  + 'their this that these those there here if not cant dont isnt someone somebody anyone anybody everyone everybody '
  + 'something anything else still some any about eg ie me myself him themselves into onto while because both '
  + 'each during between im ive youre hes shes theyre weve theyve isnt arent wasnt werent doesnt didnt havent hasnt hadnt wont '
  + 'wouldnt couldnt shouldnt thats whats wheres hows whos theres hers ours theirs yours '
  + 'y yr a i o ar yn am ac neu fy eich ei mae sut beth pryd ble pwy').split(' '))

/** Short forms of small words: `a.m.`, `e.g.` */
const SHORT_FORMS = new Set(['am', 'eg', 'ie'])

/**
 * Initials as a word: `mfa` for M.F.A. Those that would be a small word are another, with full stops: `i.t` for IT, so that
 * whoever looks for it finds it, and not each "it".
 *
 * @param letters - folded, without signs
 */
export function initials(letters: string): string {
  return SMALL_WORDS.has(letters) && !SHORT_FORMS.has(letters) ? [...letters].join('.') : letters
}

/** The letters of initials: the other way round. */
export function lettersOf(word: string): string {
  return /^\p{L}(?:\.\p{L})+$/u.test(word) ? word.replaceAll('.', '') : word
}

/** Words that people ask with, which say little of what they ask about. */
export const FAINT_WORDS = new Set(('ask asked asks asking away back before bit come came comes coming else ever find finding first give '
  + 'gave given giving go goes going gone good help helping just keep keeps keeping know knowing let like look looking made make '
  + 'making more much need needs needed never new next now one ones ok old out own properly put putting really right said say '
  + 'saying says see seeing seem seems send sending sends sent show take taking tell telling thing things think time told tried '
  + 'try trying until up use used using want wanted wants way well went without work working works allowed able happen happens happened please again always '
  + 'after another many other people person start starting stop stuck best okay all every few lot lots enough least most only '
  + 'actually without through half hit left mean means sure fine wrong stuff thing day days night nights week weeks month months '
  + 'year years minute minutes hour hours man woman lady guy old young someones bloke ones nearly almost together lets got '
  + 'today tomorrow yesterday quick quickly long short little big small').split(' '))
