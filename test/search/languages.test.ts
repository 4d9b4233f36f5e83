import assert from 'node:assert/strict'
import {describe, it} from 'node:test'
import {openSections} from '../../components/search/build-index.js'
import {section} from './corpus.js'

/** What staff and patients read, and how they type it. */
const cases: {language: string; text: string; queries: string[]; marked: string}[] = [
  {language: 'Welsh', text: 'Cadwch eich cyfrinair yn ddiogel yn eich tŷ.', queries: ['tŷ', 'ty', 'TŶ', 'ty\u0302'], marked: 'tŷ'},
  {language: 'Welsh', text: 'Mae dŵr ar y llawr.', queries: ['dŵr', 'dwr', 'DWR', 'dw\u0302r'], marked: 'dŵr'},
  {language: 'Welsh', text: 'Defnyddiwch gyfrifiadur a rennir â’ch tîm.', queries: ['gyfrifiadur', 'gyfrif', 'tim', 'tîm'], marked: ''},
  {language: 'French', text: 'Réglez la sécurité de l’écran.', queries: ['sécurité', 'securite', 'SÉCURITÉ'], marked: 'sécurité'},
  {language: 'Polish', text: 'Zmień hasło i wyloguj się, łatwo.', queries: ['hasło', 'haslo', 'łatwo', 'latwo'], marked: ''},
  {language: 'Turkish', text: 'Kimlik avı bir ışık gibi.', queries: ['avı', 'avi', 'ışık', 'isik'], marked: ''},
  {language: 'Arabic', text: 'احفظ كلمة المرور في مكان آمن.', queries: ['كلمة', 'كلمه', 'كَلِمَة', 'كـلـمة'], marked: 'كلمة'},
  {language: 'Arabic', text: 'أبلغ عن رسالة مشبوهة إلى الدعم.', queries: ['ابلغ', 'أبلغ', 'إبلغ'], marked: 'أبلغ'},
  {language: 'Farsi', text: 'رمز عبور کاری را می‌خواهم.', queries: ['کاری', 'كاري', 'می‌خواهم', 'میخواهم'], marked: ''},
  {language: 'Hebrew', text: 'שמור על הסיסמה שלך.', queries: ['הסיסמה', 'הַסִּיסְמָה'], marked: 'הסיסמה'},
  {language: 'Urdu', text: 'اپنا پاس ورڈ محفوظ رکھیں۔', queries: ['محفوظ', 'پاس'], marked: ''},
  {language: 'Bengali', text: 'আপনার পাসওয়ার্ড গোপন রাখুন।', queries: ['পাসওয়ার্ড', 'পাসওয়ার্ড'.normalize('NFD'), 'গোপন'], marked: ''},
  {language: 'Punjabi', text: 'ਆਪਣਾ ਪਾਸਵਰਡ ਗੁਪਤ ਰੱਖੋ।', queries: ['ਪਾਸਵਰਡ', 'ਗੁਪਤ'], marked: ''},
  {language: 'Greek', text: 'Κρατήστε τον κωδικό μυστικό.', queries: ['κωδικό', 'κωδικο', 'ΚΩΔΙΚΟ'], marked: 'κωδικό'},
  {language: 'Ukrainian', text: 'Тримайте пароль у таємниці.', queries: ['пароль', 'ПАРОЛЬ', 'таємниці'], marked: ''},
  {language: 'Chinese', text: '请保管好您的密码。', queries: ['密码', '码'], marked: ''},
]

describe('a guide in another language', () => {
  for (const {language, text, queries, marked} of cases) {
    const index = openSections([section({page: 'other', text: 'Nothing of the kind 1.'}), section({page: 'here', text})], [])
    for (const query of queries) {
      it(`is found: ${language}, ${query}`, () => {
        const {hits} = index.search(query)
        assert.deepEqual(hits.map(hit => hit.section.page), ['here'])
        const found = hits[0]!.excerpt.filter(({isHit}) => isHit).map(piece => piece.text)
        assert.ok(found.length > 0)
        if (marked) assert.deepEqual(found, [marked])
        assert.equal(hits[0]!.excerpt.map(piece => piece.text).join(''), text, 'nothing is lost of what is shown')
      })
    }
  }
})

describe('British and American spellings find each other', () => {
  const pairs = [
    'colour color', 'behaviour behavior', 'organise organize', 'organisation organization', 'recognised recognized',
    'centre center', 'programme program', 'licence license', 'practise practice', 'catalogue catalog', 'dialogue dialog',
    'paediatric pediatric', 'anaemia anemia', 'oedema edema', 'haemorrhage hemorrhage', 'orthopaedic orthopedic',
    'gynaecology gynecology', 'diarrhoea diarrhea', 'foetal fetal', 'anaesthetist anesthetist', 'leukaemia leukemia',
    'analyse analyze', 'labelled labeled', 'cancelled canceled', 'travelling traveling', 'counsellor counselor',
    'judgement judgment', 'fulfil fulfill', 'enrol enroll', 'defence defense', 'litre liter',
    'tumour tumor', 'neighbour neighbor', 'favourite favorite', 'digitise digitize', 'summarise summarize',
  ].map(pair => pair.split(' ') as [string, string])

  for (const [british, american] of pairs) {
    it(`${british} and ${american}`, () => {
      const index = openSections([
        section({page: 'british', text: `About ${british} here.`}), section({page: 'american', text: `About ${american} here.`}),
      ], [])
      for (const query of [british, american]) {
        const {hits, didYouMean} = index.search(`${query} `)
        assert.equal(hits.length, 2, query)
        assert.equal(didYouMean, undefined)
      }
      const alone = openSections([section({page: 'british', text: `About ${british} here.`})], [])
      assert.equal(alone.search(`${american} here`).hits.length, 1)
    })
  }
})
