/** The text files of one pathway of `content/`, and those about the guide as a whole. Made by `content-files.mjs`. */
export declare const files: {path: string; text: string}[]
