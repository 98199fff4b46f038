/** One post to one channel, written and signed the way it wants it. */
import { configuration } from '#app/configuration.server.ts';

import { type Resolve, send } from './connecting.server.ts';
import { postFor, type Told } from './formats.ts';
import type { Kind } from './channel.ts';
import { signatureOf } from './signing.server.ts';
import type { Verdict } from './verdict.ts';

export type Receiver = { kind: Kind; url: string; secret: string | null };
export type How = { clock(): number; resolve?: Resolve; patience?: number };

/** Tells a channel something; `id` is the webhook-id, the same at every attempt. */
export async function postTo(
  { kind, url, secret }: Receiver,
  id: string,
  told: Told,
  { clock, resolve, patience }: How,
): Promise<Verdict> {
  const body = JSON.stringify(postFor(kind, told));
  const signature = secret === null ? {} : signatureOf(secret, { id, at: clock(), body });
  return send(
    { address: url, headers: { 'webhook-id': id, ...signature }, body },
    { allowed: configuration.channelHosts, resolve, patience },
  );
}
