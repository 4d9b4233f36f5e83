import type {Strings} from '../shared/words/strings.js'

export const copyStrings = {
  en: {
    title: 'Your record on your other devices',
    states: {
      none: 'Your organisation can keep a copy of your record, so that you find it on each device where you sign in. The copy has your answers, how you rated your skills and what you wrote. People who look after the learning records of your organisation can read it.',
      separate: 'Your organisation keeps a copy of a record for you. This device has entries from before you signed in. Put them together only if you are the person who used the guide on this device.',
      kept: 'Your organisation keeps a copy of your record. You find it on each device where you sign in. If you delete your record on a device, the copy stays.',
      ended: 'Your record was deleted here. The copy that your organisation keeps is still there. To see it, open this page again.',
      unreachable: 'We cannot reach the copy that your organisation keeps. We will try again. What you did is still on this page.',
      unreadable: 'Your organisation keeps a copy that this page cannot read. We leave it as it is. Tell the people who look after this website.',
    },
    ahead: (entries: number) => `${entries === 1 ? '1 entry in the copy is' : `${entries} entries in the copy are`} dated more than a day ahead of this device, and left out here. Check the date and time of this device.`,
    keep: 'Keep a copy with my organisation',
    join: 'Put the records together',
    remove: 'Delete the copy',
    removed: 'The copy is deleted. Your record on this page stays.',
    notRemoved: 'The copy could not be deleted. Wait a minute, then try again.',
  },
} satisfies Strings<unknown>

export const claimStrings = {
  en: {
    title: 'Was this you?',
    asked: (entries: number) => `This device has ${some(entries)} in this guide from before you signed in. An entry is, for example, a page that was opened, an answer or a tick.`,
    means: 'If you say yes, they become part of your record, in your name. If you say no, you get a record without them, and you may have to save it again. They stay on this device.',
    yes: 'Yes, all of that was me',
    no: 'No, that was not me',
    saidYes: 'They are now in your record.',
    saidNo: 'They are not in your record.',
    refused: (entries: number) => `This device has ${some(entries)} from before you signed in, and they are not in your record.`,
    takeBack: 'That was me after all',
  },
} satisfies Strings<unknown>

function some(entries: number): string {
  return entries === 1 ? '1 entry' : `${entries} entries`
}
