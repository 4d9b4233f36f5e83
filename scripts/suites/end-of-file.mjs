/**
 * Loaded before each test file that Node runs: ends a file whose tests are done and which still does not end, because of a
 * server or a browser that a failed set-up left open, say. That fails the file, and names what was open.
 *
 * Not `--test-force-exit`, which ends a file as soon as no test is running, and so loses those that it defines after an
 * `await`, without a word.
 */
import {after} from 'node:test'

/** Browsers and servers that are being closed take a moment. */
const GRACE_MS = 5_000

// Node runs this also in the process that starts the files.
if (process.env.NODE_TEST_CONTEXT) {
  after(() => {
    setTimeout(() => {
      console.error(`${process.argv[1]}: all tests are done, and it does not end. `
        + `Close what it opened, also when a set-up fails: ${process.getActiveResourcesInfo().join(', ')}`)
      process.exit(1)
    }, GRACE_MS).unref()
  })
}
