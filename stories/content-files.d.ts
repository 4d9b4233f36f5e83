/** Every text file of `content/`, as `compileGuide` takes them. Made by `content-files.mjs`. */
export declare const files: {path: string; text: string}[]
