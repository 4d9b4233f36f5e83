import type {Diagnostic} from '../../components/model/guide/diagnostic.js'

type FaultText = Pick<Diagnostic, 'severity' | 'message' | 'advice'>

/** What can be wrong with a file before its words are read. `detail` is named in the message. */
const FAULTS = {
  'too-large': detail => ({
    severity: 'error',
    message: `This file is ${detail}; the most that can be read is 2 MB.`,
    advice: 'Split it into several modules, or move it out of the content folder if it is no page.',
  }),
  'not-text': () => ({
    severity: 'error',
    message: 'This file is not text.',
    advice: 'Open it in the program that made it and save it as plain text, or move it out of the content folder.',
  }),
  'not-utf-8': detail => ({
    severity: 'error',
    message: `This file is saved as ${detail}, not as UTF-8, so some characters cannot be read.`,
    advice: 'Save it again and choose the encoding "UTF-8".',
  }),
  'unreadable': detail => ({
    severity: 'error',
    message: `This cannot be read: ${detail}.`,
    advice: 'Check that it is there and that you may read it.',
  }),
  'not-a-file': () => ({
    severity: 'error',
    message: 'This is not an ordinary file.',
    advice: 'Replace it by a text file, or move it out of the content folder.',
  }),
  'link-not-followed': () => ({
    severity: 'warning',
    message: 'This is a link to another place, and links are not followed.',
    advice: 'Copy the file or folder here if it belongs to the guide.',
  }),
  'too-deep': detail => ({
    severity: 'warning',
    message: `This folder is more than ${detail} folders deep, so what is in it was not read.`,
    advice: 'Move it nearer to the top of the content folder.',
  }),
  'image-too-large': detail => ({
    severity: 'error',
    message: `This image is ${detail}; the most that can be used is 2 MB.`,
    advice: 'Save a smaller copy of it. A width of 1,600 pixels is enough.',
  }),
  'file-name-not-portable': detail => ({
    severity: 'error',
    message: `${detail}.`,
    advice: 'Give the image or its folder another name, here and where it is shown.',
  }),
  'file-name-twice': detail => ({
    severity: 'error',
    message: `This and "${detail}" are one name on Windows and on a Mac.`,
    advice: 'Write both in the same way, in small letters, or give one another name.',
  }),
} satisfies Record<string, (detail: string) => FaultText>

export type FileFault = keyof typeof FAULTS

/** A fault of a whole file. Its position is the beginning of the file. */
export function fileFault(code: FileFault, file: string, detail = ''): Diagnostic {
  const words: FaultText = FAULTS[code](detail)
  return {file, line: 1, column: 1, code, ...words}
}
