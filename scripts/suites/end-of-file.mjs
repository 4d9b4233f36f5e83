/**
 * Loaded before each test file that Node runs. It ends a file whose tests are done but whose process does not end, for example
 * because a failed set-up left a server or a browser open. The file then fails, and what was open is named.
 *
 * Node's option `--test-force-exit` would not do: it ends a file as soon as no test is running. Tests that the file defines
 * after an `await` are then lost without a word.
 */
import {after} from 'node:test'

/** Browsers and servers that are being closed take a moment. */
const GRACE_MS = 5_000

// Node also loads this in the process that starts the files, where there is nothing to end.
if (process.env.NODE_TEST_CONTEXT) {
  after(() => {
    setTimeout(() => {
      console.error(`${process.argv[1]}: all tests are done, and it does not end. `
        + `Close what it opened, also when a set-up fails: ${process.getActiveResourcesInfo().join(', ')}`)
      process.exit(1)
    }, GRACE_MS).unref()
  })
}
