import type {Strings} from '../../components/elements/shared/words/strings.js'
import {catalogueStrings} from '../../components/elements/shared/words/catalogue.strings.js'

/** Words of the pages in packages, and of what learning platforms show about them. */
export const exportStrings = {
  en: {
    minutes: catalogueStrings.en.minutes,
    needsScript: 'This course needs JavaScript. If you see this after a minute, ask your IT service desk to allow it for this site.',
    category: 'Pathways',
    overdue: 'Review overdue',
    wasDue: (date: string) => `Its review was due on ${date}.`,
  },
} satisfies Strings<unknown>
