import type {Diagnostic} from '../../model/guide/diagnostic.js'

/** A term, and what is written in its place by mistake. */
export interface StyleTerm {
  /** What to write. */
  use: string
  /** Written as they are found: whole words, capitals count. */
  not: readonly string[]
  severity: Diagnostic['severity']
  /** Why, or when not; in plain words. */
  advice?: string
  /** False where the two are not always the same thing, so that only a person can change it. */
  isSafe: boolean
}

/** Terms of the NHS service manual (rule C28). */
export const TERMS: readonly StyleTerm[] = [
  {use: 'log in', not: ['login', 'log-in', 'log on', 'logon', 'sign in', 'sign-in', 'signin'],
    severity: 'error', isSafe: false,
    advice: 'A login is a thing: "your login".'},
  {use: 'logged in', not: ['logged on', 'signed in'], severity: 'error', isSafe: true},
  {use: 'logging in', not: ['logging on', 'signing in'], severity: 'error', isSafe: true},
  {use: 'log out', not: ['logout', 'log-out', 'log off', 'logoff', 'sign out', 'sign-out'],
    severity: 'error', isSafe: false},
  {use: 'logged out', not: ['logged off', 'signed out'], severity: 'error', isSafe: true},
  {use: 'logging out', not: ['logging off', 'signing out'], severity: 'error', isSafe: true},
  {use: 'NHS App', not: ['NHS app', 'nhs app', 'NHS-App'], severity: 'error', isSafe: true},
  {use: 'NHS login', not: ['NHS Login', 'NHS log in', 'NHS log-in', 'NHSlogin'], severity: 'error', isSafe: true},
  {use: 'NHSmail', not: ['NHS mail', 'NHS Mail', 'NHSMail', 'nhsmail'], severity: 'error', isSafe: true},
  {use: 'phone', not: ['mobile phone', 'telephone'], severity: 'warning', isSafe: false},
  {use: 'phones', not: ['mobile phones', 'telephones'], severity: 'warning', isSafe: false},
  {use: 'app', not: ['mobile app', 'mobile application'], severity: 'warning', isSafe: false},
  {use: 'apps', not: ['mobile apps', 'mobile applications'], severity: 'warning', isSafe: false},
  {use: 'COVID-19', not: ['Covid-19', 'covid-19', 'Covid 19', 'COVID 19', 'Covid', 'covid', 'coronavirus'],
    severity: 'error', isSafe: true},
  {use: 'GP practice', not: ['GP surgery', "doctor's surgery", 'GP Practice', 'GP Surgery'],
    severity: 'warning', isSafe: false,
    advice: 'This guide is for staff. For the public it is "GP surgery".'},
  {use: 'GP practices', not: ['GP surgeries', 'GP Practices', 'GP Surgeries'], severity: 'warning', isSafe: false},
  {use: 'integrated care board', not: ['Integrated Care Board', 'Integrated care board'],
    severity: 'warning', isSafe: false,
    advice: 'Capitals stay only in the name of one of them, such as NHS Devon Integrated Care Board.'},
  {use: 'integrated care system', not: ['Integrated Care System'], severity: 'warning', isSafe: false,
    advice: 'Capitals stay only in the name of one of them.'},
  {use: 'the NHS website', not: ['NHS.uk', 'NHS.UK', 'NHS Choices', 'NHS Website'],
    severity: 'warning', isSafe: false},
  {use: 'email', not: ['e-mail', 'eMail'], severity: 'error', isSafe: false},
  {use: 'emails', not: ['e-mails'], severity: 'error', isSafe: false},
  {use: 'online', not: ['on-line'], severity: 'error', isSafe: true},
  {use: 'internet', not: ['Internet'], severity: 'warning', isSafe: false},
  {use: 'website', not: ['web site', 'web-site'], severity: 'error', isSafe: true},
  {use: 'Wi-Fi', not: ['wifi', 'WiFi', 'Wifi', 'wi-fi', 'WIFI'], severity: 'error', isSafe: true},
]
