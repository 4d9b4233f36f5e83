import {HOSTILE_KEYS} from '../formats/hostile-key.js'
import {definitionOf, described, fieldsOf, type SchemaNote, type Schema} from '../shape/schema.js'
import {oneOf, optional, textThat, type AnyFields, type AnyShape, type Fields} from '../shape/shape.js'
import {
  contentIds, factorWords, fourLevels, isCanvasItem, isContentId, isCount, isDay, isFingerprint, isItemTime, isKey, isLine,
  isOneDay, isOneSet, isShortLine, isText, isUuid, isWebLink, itemKinds, ratings, snapshotFactor,
} from './check.js'
import {CANVAS_FILE_VERSION, MAX_LINE, MAX_TEXT, type CanvasFile} from './items.js'

/**
 * The JSON schema of a canvas's file, for programs of others: the package has it as `canvas.schema.json`. Fields, and which of
 * them may be missing, are read from the shapes. This file adds names, what each field is for, and for each test a pattern
 * that other languages know.
 */

const UUID = [8, 4, 4, 4, 12].map(digits => `[0-9a-f]{${digits}}`).join('-')
const ID = '[a-z0-9]+(?:-[a-z0-9]+)*'
const NOT_OF_A_LINE = '\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029'
const NOT_OF_A_TEXT = '\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f'

const text = (pattern: string, more: Schema = {}): Schema => ({type: 'string', ...more, pattern: `^${pattern}$`})

/** Shapes that the schema defines once, under a name. Where the shape is a test, `schema` says what it is true for. */
const NAMED: readonly {name: string; shape: AnyShape; schema?: Schema}[] = [
  {name: 'snapshotFactor', shape: snapshotFactor},
  {name: 'levels', shape: fourLevels},
  {name: 'factorWords', shape: factorWords},
  {name: 'rating', shape: ratings},
  {name: 'uuid', shape: isUuid, schema: text(UUID)},
  {name: 'contentId', shape: isContentId, schema: text(ID, {maxLength: 100})},
  {name: 'contentIds', shape: contentIds},
  {name: 'fingerprint', shape: isFingerprint, schema: text('[0-9a-z]{1,40}')},
  {name: 'time', shape: isItemTime, schema: text(`2\\d{3}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z`, {format: 'date-time'})},
  {name: 'day', shape: isDay, schema: text('2\\d{3}-\\d{2}-\\d{2}', {format: 'date'})},
  {name: 'line', shape: isLine, schema: text(`(?=.*\\S)[^${NOT_OF_A_LINE}]*`, {maxLength: MAX_LINE})},
  {name: 'group', shape: isShortLine, schema: text(`[^${NOT_OF_A_LINE}]*`, {maxLength: MAX_LINE})},
  {name: 'text', shape: isText, schema: text(`[^${NOT_OF_A_TEXT}]*`, {maxLength: MAX_TEXT})},
  {
    name: 'webLink', shape: isWebLink,
    schema: text('[Hh][Tt][Tt][Pp][Ss]?://[^\\s\\u0000-\\u001f\\u007f-\\u009f]+', {maxLength: 2_000}),
  },
]

const isChecksum = textThat(value => /^[0-9a-z]{11}$/.test(value))

/** Tests that the schema has in one place only. */
const UNNAMED: readonly {shape: AnyShape; schema: Schema}[] = [
  {shape: isCount, schema: {type: 'integer', minimum: 0}},
  {shape: isChecksum, schema: text('[0-9a-z]{11}')},
  {
    shape: isKey,
    schema: text(`(?:titled|ordered|(?:assessment|partner|rater|action)/${UUID}|(?:renamed|added|switched)/${ID}`
      + `|(?:rated|agreed)/${UUID}/${ID})`, {maxLength: 200}),
  },
]

/** What each field is for: by kind of item or name of shape, and field. */
export const DESCRIPTIONS: Readonly<Record<string, string>> = {
  'file.intact': 'There together with a checksum, and only then.',
  'file.checksum': 'Of all the rest, so that damage shows. A program that changes a file leaves this out, and intact.',
  'file.id': 'UUID of the series: files of one series merge.',
  'file.canvas': 'Id of the canvas whose factors it is about.',
  titled: 'The team names its series of assessments.',
  assessment: 'An assessment begins, the first or a later one of the series.',
  partner: 'An organisation that takes part.',
  'partner.kind': 'In the team\'s own words, such as council.',
  renamed: 'Here this factor goes by another name.',
  added: 'A factor of the team\'s own.',
  switched: 'The factor is used here, or not.',
  ordered: 'The order of the factors. Those it does not name come after, as they were.',
  rater: 'Someone begins to rate: one rating set of one assessment.',
  'rater.set': 'UUID of the rating set.',
  'rater.label': 'As they call themselves, such as Housing partner. A personal name is never asked for.',
  'rater.factors': 'What the factors are called on this rater\'s screen, for when the guide has one of them no more.',
  rated: 'One rater\'s view of one factor.',
  'rated.evidence.asked': 'Who was asked.',
  'rated.voice': 'Whose voice is this rating based on?',
  'rated.confidence': '1 a guess, 2 fairly sure, 3 certain.',
  'rated.upnext': 'What would move it up.',
  agreed: 'The team\'s own level of one factor, whatever each of them said.',
  'agreed.note': 'Why.',
  action: 'Something that someone is going to do.',
  'action.owner': 'A role, such as Head of digital.',
  'action.learn': 'Id of the module that helps.',
  snapshot: 'What was agreed on a day, with the words of that day. Never changed: a correction is a new one.',
  'snapshot.corrects': 'The id of the snapshot that this one takes the place of, and why.',
  removed: 'What an item of this key said holds no longer. A snapshot is never removed.',
  'snapshotFactor.levels': 'All four as they read then.',
  'snapshotFactor.note': 'The team\'s why.',
  'snapshotFactor.views': 'How many raters gave level 1, 2, 3 and 4.',
  levels: 'The lowest first.',
  'factorWords.levels': 'Names of the levels.',
  contentId: 'Id of a factor or of a module; a factor of the team\'s own has a UUID.',
  fingerprint: 'Changes when the name of the factor, or a word of one of its levels, does.',
  time: 'UTC, to the millisecond: times are compared as text.',
  line: 'Words on one line, shown as they are.',
  group: 'Name of a group of factors; empty for none.',
  text: 'Words on any number of lines, shown as they are.',
}

const SAID: SchemaNote = {
  tests: new Map([...NAMED, ...UNNAMED].flatMap(({shape, schema}) => schema ? [[shape, schema]] : [])),
  names: new Map<AnyShape, string>([
    ...NAMED.map(({shape, name}) => [shape, name] as const), [isCanvasItem, 'item'], [isOneSet, 'uuid'], [isOneDay, 'day'],
  ]),
  descriptions: DESCRIPTIONS,
}

const FILE: Fields<CanvasFile> = {
  intact: optional<true>(oneOf(true)), format: 'dsg-canvas', version: CANVAS_FILE_VERSION, id: isUuid, canvas: isContentId,
  items: [isCanvasItem], checksum: optional(isChecksum),
}

/** @returns what `canvas.schema.json` says */
export function canvasSchema(): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:digital-skills-guide:canvas:${CANVAS_FILE_VERSION}`,
    title: 'Canvas file',
    description: 'All that an organisation has said on a canvas: an append-only list of items. Each says one thing about one '
      + 'key (its type and the ids it names); the newest item of a key, by at and then by id, is what holds. Files of one series '
      + 'merge as the union of their items by id. At most 20 MB, in UTF-8.',
    ...definitionOf(FILE, SAID, 'file'),
    allOf: [{$ref: '#/$defs/names'}],
    $defs: {
      ...Object.fromEntries(Object.entries(itemKinds).map(([type, fields]) => [type, kindSchema(type, fields)])),
      item: itemSchema(Object.keys(itemKinds)),
      ...Object.fromEntries(NAMED.map(({name, shape}) => [name, described(definitionOf(shape, SAID, name), SAID, name)])),
      names: {
        description: 'No part, however deep, has a name that changes what an object is.',
        propertyNames: {not: {enum: [...HOSTILE_KEYS]}},
        additionalProperties: {$ref: '#/$defs/names'},
        items: {$ref: '#/$defs/names'},
      },
    },
  }
}

/** The schema of one kind of item, without the fields that all kinds have. */
function kindSchema(type: string, {id, at, ...own}: AnyFields): Schema {
  const {required = [], properties} = fieldsOf({type, ...own}, SAID, type)
  return described({required: ['id', 'at', ...required], properties}, SAID, type)
}

function itemSchema(types: readonly string[]): Schema {
  return {
    ...definitionOf({id: isUuid, at: isItemTime, type: oneOf(...types)}, SAID, 'item'),
    // oxlint-disable-next-line unicorn/no-thenable -- JSON schema's own word
    allOf: types.map(type => ({if: {properties: {type: {const: type}}}, then: {$ref: `#/$defs/${type}`}})),
  }
}
