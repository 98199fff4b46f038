import { countDeadLink, waitForLinks } from './throttle.server.ts';
import { openToken, type Purpose } from './tokens.server.ts';

/** What a link opens. One that was used, withdrawn, has run out or never was gets the same answer, and is counted. */
export async function openLink(
  purpose: Purpose,
  token: string,
  address: string,
  now: number,
): Promise<
  | { opened: NonNullable<Awaited<ReturnType<typeof openToken>>> }
  | { refused: 'dead' }
  | { refused: 'too-many'; seconds: number }
> {
  const seconds = await waitForLinks(address);
  if (seconds > 0) return { refused: 'too-many', seconds };
  const opened = await openToken(purpose, token, now);
  if (opened) return { opened };
  await countDeadLink(address);
  return { refused: 'dead' };
}
