/** The command cannot do what it was asked, and the person at the keyboard can put that right. Exit code 2. */
export class CommandError extends Error {
  override name = 'CommandError'
}

const REASONS: Record<string, string> = {
  EACCES: 'you do not have permission',
  EPERM: 'you do not have permission',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
  ENOENT: 'it is not there',
  ENOTDIR: 'part of its path is a file, not a folder',
  EISDIR: 'it is a folder',
  ELOOP: 'its links run in a circle',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open',
  EBUSY: 'another program is using it',
  EXDEV: 'it is on another disk',
}

/** Why the operating system refused, in plain words. */
export function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error))
}
