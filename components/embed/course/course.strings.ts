import type {Strings} from '../../elements/shared/words/strings.js'

export const courseStrings = {
  en: {
    alone: 'This page was not opened from a learning system, so nothing is sent to one.',
    kept: 'Your learning system keeps your answers and your result. What you write in your own words is not sent: it goes when you close this page.',
    shown: 'The people who look after the system can see each answer you choose.',
    failing: 'Your learning system did not take your last answers. They are still on this page. Keep it open: we try again each time you do something.',
    refused: 'Your learning system did not begin this visit, so it does not get your answers. Close this page and open the course again from there. If you stay, we try again each time you do something.',
    looking: 'Your learning system opened this page for you to look at. It does not take new answers.',
    ended: 'Your learning system has ended this attempt as “failed”, so it does not take new answers. To try again, close this page, open the course from there and start a new attempt. If you cannot, ask the people who look after the system.',
    newer: 'Your learning system has progress from a newer version of this course. We have left it as it is. It gets your result, but the answers you give now go when you close this page.',
    tryAgain: 'Try again now',
    stillNot: 'We tried again just now. It did not work.',
  },
} satisfies Strings<unknown>
