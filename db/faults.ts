import { engineOf } from './engine.ts';

const codeOf = (error: unknown): string => {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return typeof code === 'string' ? code : cause ? codeOf(cause) : '';
};

const where = () => {
  const url = process.env.DATABASE_URL ?? 'file:./data/guildhall.db';
  return engineOf(url) === 'sqlite' ? url.replace(/^file:/, '') : 'the PostgreSQL server of DATABASE_URL';
};

const meanings: [RegExp, (place: string) => string][] = [
  [
    /^SQLITE_BUSY/,
    (place) =>
      `The database ${place} is locked by another process. End that process, or wait for it, and try again.`,
  ],
  [
    /^SQLITE_READONLY/,
    (place) =>
      `The database ${place} or its folder cannot be written by this user. Check their owner and permissions.`,
  ],
  [
    /^SQLITE_CANTOPEN/,
    (place) =>
      `The database ${place} cannot be opened. Does its folder exist, and may this user write there?`,
  ],
  [
    /^SQLITE_FULL|^53100/,
    (place) =>
      `The disk that holds ${place} is full. Nothing was written half; free some space and try again.`,
  ],
  [
    /^SQLITE_NOTADB|^SQLITE_CORRUPT/,
    (place) => `${place} is not a healthy SQLite database. Is DATABASE_URL right? Otherwise restore a copy.`,
  ],
  [
    /^SQLITE_IOERR/,
    (place) => `Reading or writing ${place} failed on the disk's side. Check the disk and try again.`,
  ],
  [
    /^ECONNREFUSED|^ENOTFOUND|^ETIMEDOUT|^57P0/,
    (place) => `${place} cannot be reached. Is it running, and is the address right?`,
  ],
  [/^28/, (place) => `${place} refuses this user or password.`],
  [/^3D000/, (place) => `${place} has no database of that name. Create it first: createdb NAME`],
];

/** What the folder of the database refuses; of any other folder, the same codes say nothing of the database. */
const folderMeanings: typeof meanings = [
  [
    /^(EACCES|EROFS|EPERM)$/,
    (place) =>
      `The database ${place} or its folder cannot be written by this user. Check their owner and permissions.`,
  ],
  [
    /^ENOSPC$/,
    (place) =>
      `The disk that holds ${place} is full. Nothing was written half; free some space and try again.`,
  ],
  [
    /^E/,
    (place) =>
      `The database ${place} cannot be opened. Does its folder exist, and may this user write there?`,
  ],
];

/** The folder of the database cannot be made; `cause` says why. */
export class NoDatabaseFolder extends Error {
  override name = 'NoDatabaseFolder';
}

/** The bytes of a file could not be kept: `cause` says why. Nothing was written half. */
export class FileNotKept extends Error {
  override name = 'FileNotKept';
  /** the disk has no room, rather than that it may not be written */
  readonly isFull: boolean;
  constructor(place: string, cause: unknown) {
    const code = codeOf(cause);
    const isFull = /^(ENOSPC|EDQUOT)$/.test(code);
    const why = isFull
      ? 'The disk is full: free some space.'
      : /^(EACCES|EROFS|EPERM)$/.test(code)
        ? 'This user cannot write there: check owner and permissions.'
        : String((cause as Error).message);
    super(`A file could not be kept in ${place} (FILES_DIR). ${why}`, { cause });
    this.isFull = isFull;
  }
}

/** What went wrong with the database, in words for the terminal; null when the error is about something else. */
function databaseFault(error: unknown, place: string): string | null {
  const code = codeOf(error);
  const known = (error as Error).name === 'NoDatabaseFolder' ? folderMeanings : meanings;
  const meaning = known.find(([pattern]) => pattern.test(code));
  return meaning ? meaning[1](place) : null;
}

/**
 * Whatever went wrong, in words for the terminal. Errors of ours speak for themselves; others come with their stack.
 * `place` is the database it is about, where that is not this installation's own.
 */
export function faultOf(error: unknown, place = where()): string {
  if ((error as { syscall?: unknown }).syscall === 'listen') return cannotListen(error as { code?: string });
  if ((error as Error).name === 'FileNotKept') return (error as Error).message;
  const known = databaseFault(error, place);
  if (known) return known;
  if (!(error instanceof Error)) return String(error);
  return ['ConfigurationFault', 'NewerDatabase', 'NobodyToKeepFor', 'DamagedDatabase'].includes(error.name)
    ? error.message
    : (error.stack ?? error.message);
}

function cannotListen({ code }: { code?: string }): string {
  const place = `HOST ${process.env.HOST || '127.0.0.1'}, PORT ${process.env.PORT || '3000'}`;
  if (code === 'EADDRINUSE')
    return `Another program listens there already (${place}). End it, or choose another PORT.`;
  if (code === 'EACCES') return `This user may not listen there (${place}). Choose a PORT from 1024 up.`;
  return `It is not possible to listen there (${place}): ${code ?? 'unknown'}. Is HOST an address of this machine?`;
}
