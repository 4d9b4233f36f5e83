import {sentenceLength} from './c01-sentence-length.js'
import {paragraphLength} from './c02-paragraph-length.js'
import {readingAge} from './c03-reading-age.js'
import {oneTitle} from './c04-one-title.js'
import {headingLevels} from './c05-heading-levels.js'
import {sentenceCase} from './c06-sentence-case.js'
import {headingFullStop} from './c07-heading-full-stop.js'
import {headingQuestions} from './c08-heading-questions.js'
import {linkText} from './c09-link-text.js'
import {newTabs} from './c10-new-tabs.js'
import {pdfLinks} from './c11-pdf-links.js'
import {linkFullStop} from './c12-link-full-stop.js'
import {bullets} from './c13-bullets.js'
import {steps} from './c14-steps.js'
import {numerals} from './c15-numerals.js'
import {dates} from './c16-dates.js'
import {times} from './c17-times.js'
import {ranges} from './c18-ranges.js'
import {ordinals} from './c19-ordinals.js'
import {percentages} from './c20-percentages.js'
import {boldAndItalics} from './c21-bold-and-italics.js'
import {contractions} from './c22-contractions.js'
import {straightQuotes} from './c23-straight-quotes.js'
import {dashes} from './c24-dashes.js'
import {abbreviations} from './c25-abbreviations.js'
import {should} from './c26-should.js'
import {figuresOfSpeech} from './c27-figures-of-speech.js'
import {terms} from './c28-terms.js'
import {onlineConsultation} from './c29-online-consultation.js'
import {bracketPlurals} from './c30-bracket-plurals.js'
import {nhsNumbers} from './c31-nhs-numbers.js'
import {reviewDates} from './c32-review-dates.js'
import {alignmentAndImages} from './c34-alignment-and-images.js'
import {meaningInMarks} from './c35-meaning-in-marks.js'
import {statistics} from './c36-statistics.js'
import {publisherAndApproval} from './c37-publisher-and-approval.js'
import {dyingHosts} from './dying-hosts.js'
import type {StyleRule} from '../page/rule.js'

/**
 * NHS content rules by their ids. C33, that a review date and the text change together, is not among them: it needs the
 * history of the file, which only the command line can see.
 */
export const RULES: readonly StyleRule[] = [
  sentenceLength, paragraphLength, readingAge, oneTitle, headingLevels, sentenceCase, headingFullStop,
  headingQuestions, linkText, newTabs, pdfLinks, linkFullStop, bullets, steps, numerals, dates, times, ranges,
  ordinals, percentages, boldAndItalics, contractions, straightQuotes, dashes, abbreviations, should,
  figuresOfSpeech, terms, onlineConsultation, bracketPlurals, nhsNumbers, reviewDates, alignmentAndImages,
  meaningInMarks, statistics, publisherAndApproval, dyingHosts,
]
