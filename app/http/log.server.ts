const secret = /password|token|cookie|authorization|secret/i;

/** A path as it may be written down: whatever is long enough to be a token in a link is left out. */
export const loggablePath = (path: string) =>
  path
    .split('/')
    .map((segment) => (segment.length >= 32 ? '…' : segment))
    .join('/');

/** One line of JSON on standard output; a field whose name speaks of a secret is written as "…", at any depth. */
export function log(level: 'info' | 'error', event: string, fields: Record<string, unknown> = {}): void {
  if (process.env.LOG === 'off') return;
  const line = { time: new Date().toISOString(), level, event, ...fields };
  const text = JSON.stringify(line, (name, value: unknown) => (secret.test(name) ? '…' : value));
  process.stdout.write(`${text}\n`);
}

/** An error as it may be written down: where it happened and why, but of a failed query not the values, which are people's. */
export function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { query, params, cause } = error as { query?: unknown; params?: unknown; cause?: unknown };
  const stack = error.stack ?? error.message;
  const discreet =
    typeof query === 'string' && Array.isArray(params)
      ? stack.replace(error.message, () => `Failed query: ${query}`)
      : stack;
  return cause === undefined ? discreet : `${discreet}\ncaused by: ${stackOf(cause)}`;
}
