export type Engine = 'sqlite' | 'postgresql';

/** Which engine a DATABASE_URL speaks of. Anything that isn't PostgreSQL's scheme is a file. */
export const engineOf = (url: string | undefined): Engine =>
  /^postgres(ql)?:/.test(url ?? '') ? 'postgresql' : 'sqlite';

/** The file a `file:` URL names; `file:./x`, `file:///x` and a bare path all work. */
export const fileOf = (url: string): string => url.replace(/^file:(\/\/(?=\/))?/, '');

/** Chosen once, at start. */
export const engine: Engine = engineOf(process.env.DATABASE_URL);
