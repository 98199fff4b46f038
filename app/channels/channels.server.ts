/** The channels that are kept, and how they are made, changed and removed. */
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';

import { type Entry, audit } from '#app/accounts/audit.server.ts';
import { configuration } from '#app/configuration.server.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { channels } from '#db/schema/channels.ts';

import { type AddressRefusal, maskedHost, readAddress } from './address.ts';
import { announceableWords, isAnnounceable } from './announcement.ts';
import { type ChannelDraft, kindWords } from './channel.ts';
import { refusalOf, type Resolve } from './connecting.server.ts';
import { newSigningSecret } from './signing.server.ts';

type By = { id: string };
type Row = typeof channels.$inferSelect;

/** A channel as it may be shown: of its address no more than where it is, of its secret no more than that it has one. */
const shown = ({ url, secret, ...rest }: Row) => ({
  ...rest,
  host:
    configuration.channelHosts.length > 0 && readsAsAllowed(url)
      ? (URL.parse(url)?.host ?? '')
      : maskedHost(url),
  isSigned: secret !== null,
});
export type Channel = ReturnType<typeof shown>;

const readsAsAllowed = (url: string): boolean => {
  const read = readAddress(url, configuration.channelHosts);
  return 'url' in read && read.isAllowed;
};

/** All that are in use, by name. */
export async function channelsHere(): Promise<Channel[]> {
  const rows = await db.read
    .select()
    .from(channels)
    .where(isNull(channels.removedAt))
    .orderBy(asc(channels.name), asc(channels.id));
  return rows.map(shown);
}

/** One that is in use; null where there is none. */
export async function channelById(id: string): Promise<Channel | null> {
  const row = await receiverOf(id);
  return row ? shown(row) : null;
}

/** The same with its address and secret, to post to it: for nobody's eyes. */
export async function receiverOf(id: string): Promise<Row | null> {
  const [row] = await db.read.select().from(channels).where(isHere(id));
  return row ?? null;
}

const isHere = (id: string) => and(eq(channels.id, id), isNull(channels.removedAt));

type Made = { id: string; secret: string | null };

/** Makes a channel. Answers its signing secret, if it is of a kind that has one: this once. Refuses an address in words. */
export async function makeChannel(
  by: By,
  draft: ChannelDraft,
  address: string,
  now: number,
  resolve?: Resolve,
): Promise<Made | { refused: AddressRefusal }> {
  const refused = await refusalOf(address, configuration.channelHosts, resolve);
  if (refused) return { refused };
  const id = newId();
  const secret = draft.kind === 'webhook' ? newSigningSecret() : null;
  await db.write(async (tx) => {
    await tx
      .insert(channels)
      .values({ id, ...draft, url: address.trim(), secret, madeAt: now, madeBy: by.id, version: 1 });
    await note(tx, 'channel-made', by, draft.name, now, { kind: kindWords[draft.kind] });
  });
  return { id, secret };
}

type Changed =
  | { saved: true; secret: string | null }
  | { refused: AddressRefusal }
  | { refused: 'stale'; now: Channel | null };

/**
 * Changes a channel that is in use; an empty address leaves the one it has. Refuses as `stale` when it changed since
 * `version`. Answers a signing secret where it has become of a kind that has one.
 */
export async function changeChannel(
  by: By,
  id: string,
  version: number,
  draft: ChannelDraft,
  address: string,
  now: number,
  resolve?: Resolve,
): Promise<Changed> {
  const refused = address === '' ? null : await refusalOf(address, configuration.channelHosts, resolve);
  if (refused) return { refused };
  return db.write(async (tx) => {
    const [before] = await tx.select().from(channels).where(isHere(id));
    if (!before || before.version !== version)
      return { refused: 'stale', now: before ? shown(before) : null };
    const isSigned = draft.kind === 'webhook';
    const fresh = isSigned && before.secret === null ? newSigningSecret() : null;
    await tx
      .update(channels)
      .set({
        ...draft,
        ...(address !== '' && { url: address.trim() }),
        secret: isSigned ? (fresh ?? before.secret) : null,
        version: version + 1,
      })
      .where(eq(channels.id, id));
    const changes = changesOf(before, draft, address !== '');
    if (Object.keys(changes).length > 0) await note(tx, 'channel-changed', by, before.name, now, changes);
    return { saved: true, secret: fresh };
  });
}

/** What changed, as the audit says it. Of an address only that it is another. */
function changesOf(before: Row, draft: ChannelDraft, hasNewAddress: boolean): Record<string, string> {
  const told = (kinds: string[]) =>
    kinds.map((kind) => (isAnnounceable(kind) ? announceableWords[kind] : kind)).join(', ') || 'nothing';
  return {
    ...(before.name !== draft.name && { name: `to ${draft.name}` }),
    ...(before.kind !== draft.kind && { kind: `to ${kindWords[draft.kind]}` }),
    ...(hasNewAddress && { address: 'anew' }),
    ...(told(before.announces) !== told(draft.announces) && { announced: `to ${told(draft.announces)}` }),
  };
}

/** Removes a channel, or takes that back. What waits for it waits until then. Answers whether anything changed. */
export const removeChannel = (by: By, id: string, back: boolean, now: number): Promise<boolean> =>
  db.write(async (tx) => {
    const [changed] = await tx
      .update(channels)
      .set(back ? { removedAt: null, removedBy: null } : { removedAt: now, removedBy: by.id })
      .where(and(eq(channels.id, id), back ? isNotNull(channels.removedAt) : isNull(channels.removedAt)))
      .returning({ name: channels.name });
    if (!changed) return false;
    await note(tx, back ? 'channel-restored' : 'channel-removed', by, changed.name, now);
    return true;
  });

/** Makes a signing secret anew: what the receiver has until now holds no more. Null where the channel has none. */
export const renewSecret = (by: By, id: string, now: number): Promise<string | null> =>
  db.write(async (tx) => {
    const secret = newSigningSecret();
    const [renewed] = await tx
      .update(channels)
      .set({ secret })
      .where(and(isHere(id), eq(channels.kind, 'webhook')))
      .returning({ name: channels.name });
    if (!renewed) return null;
    await note(tx, 'channel-secret-made', by, renewed.name, now);
    return secret;
  });

const note = (
  tx: Tx,
  event: Entry['event'],
  { id }: By,
  channel: string,
  at: number,
  details: Record<string, string> = {},
) => audit(tx, { event, actorId: id, details: { channel, ...details }, at });
