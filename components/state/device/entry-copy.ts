import type {Entry} from '../../model/log/entries.js'

/** What a database keeps: the name of the store, and a test for data that is an entry. */
export interface EntryKind<E extends Entry> {
  list: 'events' | 'items'
  isEntry(data: unknown): data is E
}

/** When people agreed to saving, and the series of the entries: '' for logs that have only one. */
export interface Consent { at: string; series: string }

/** What a database, or a copy of it, has for another one. */
export interface EntrySource<E extends Entry> {
  /** The agreement; undefined when it is gone. */
  consent(): Promise<Consent | undefined>
  /** All entries except those whose ids are in `known`, also those that this build cannot read. */
  rows(known: ReadonlySet<string>): Promise<E[]>
}

/** A copy of a database, in a place that does not go when the databases do. */
export interface EntryCopy<E extends Entry> extends EntrySource<E> {
  /** Resolves to true when the entries are on the disk. */
  write(entries: readonly E[], series: string): Promise<boolean>
  /** Takes over all that the other one has and this one lacks. */
  takeFrom(other: EntrySource<E>): Promise<void>
  /** Deletes entries. */
  remove(ids: readonly string[]): Promise<void>
  /** Deletes all entries and the agreement. */
  empty(): Promise<void>
  close(): void
}

/** A kind of place for copies. */
export interface CopyPlace {
  /** @returns undefined when there is no copy */
  open<E extends Entry>(name: string, kind: EntryKind<E>): Promise<EntryCopy<E> | undefined>
  /** Opens the copy, made when there is none. */
  create<E extends Entry>(name: string, kind: EntryKind<E>, consent: Consent): Promise<EntryCopy<E>>
  /** Resolves when there is none, or none any more. */
  delete(name: string): Promise<void>
}
