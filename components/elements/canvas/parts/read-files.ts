import {canvasTooLarge, MAX_CANVAS_FILE_BYTES, readCanvasFile} from '../../../model/canvas/file.js'
import type {CanvasFile} from '../../../model/canvas/items.js'
import {fileText} from '../../../state/log/file-text.js'

/** What came of one chosen file: what it holds, or why it was refused. */
export type ReadFile = {name: string; file: CanvasFile} | {name: string; problems: string[]}

/** Reads files that a person chose. Nothing is changed by it. */
export function readFiles(files: readonly File[]): Promise<ReadFile[]> {
  return Promise.all(files.map(async (file): Promise<ReadFile> => {
    const {name} = file
    if (file.size > MAX_CANVAS_FILE_BYTES) return {name, problems: [canvasTooLarge()]}
    const opened = await fileText(file)
    return {name, ...('text' in opened ? readCanvasFile(opened.text) : opened)}
  }))
}
