const secret = /password|token|cookie|authorization|secret/i;

/** A path as it may be written down: whatever is long enough to be a token in a link is left out. */
export const loggablePath = (path: string) =>
  path
    .split('/')
    .map((segment) => (segment.length >= 32 ? '…' : segment))
    .join('/');

/** One line of JSON on standard output; a field whose name speaks of a secret is written as "…". */
export function log(level: 'info' | 'error', event: string, fields: Record<string, unknown> = {}): void {
  if (process.env.GUILDHALL_LOG === 'off') return;
  const safe = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, secret.test(name) ? '…' : value]),
  );
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), level, event, ...safe })}\n`);
}
