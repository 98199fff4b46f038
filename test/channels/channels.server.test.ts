import { afterEach, beforeEach, expect, it } from 'vitest';
import { asc, eq } from 'drizzle-orm';

import type { ChannelDraft } from '#app/channels/channel.ts';
import {
  changeChannel,
  channelById,
  channelsHere,
  makeChannel,
  receiverOf,
  removeChannel,
  renewSecret,
} from '#app/channels/channels.server.ts';
import type { Resolve } from '#app/channels/connecting.server.ts';
import { configuration } from '#app/configuration.server.ts';
import { db } from '#db/database.server.ts';
import { auditEntries } from '#db/schema/accounts.ts';
import { now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

import { emptied } from './known.ts';

const ADDRESS = 'https://hooks.slack.com/services/T0/B0/hunter2';
const draft: ChannelDraft = { name: '#guild', kind: 'slack', announces: ['lesson'] };
const leading =
  (address: string): Resolve =>
  () =>
    Promise.resolve([{ address, family: 4 }]);
const outside = leading('8.8.8.8');

let wei: TestPerson;
beforeEach(async () => void (wei = await somebody('Wei Chen', 'administrator')));
afterEach(async () => {
  configuration.channelHosts = [];
  await emptied();
});

const made = async (others: Partial<ChannelDraft> = {}, address = ADDRESS) => {
  const answer = await makeChannel(wei, { ...draft, ...others }, address, now, outside);
  if ('refused' in answer) throw new Error(answer.refused);
  return answer;
};
const audited = () =>
  db.read
    .select({ event: auditEntries.event, details: auditEntries.details })
    .from(auditEntries)
    .where(eq(auditEntries.actorId, wei.id))
    .orderBy(asc(auditEntries.at));

it('keeps its address to itself: neither what is shown of it nor the audit has it', async () => {
  const { id } = await made();
  expect(await channelById(id)).toMatchObject({ name: '#guild', host: '….slack.com', isSigned: false });
  const change = { ...draft, name: '#security', announces: ['minutes'] };
  await changeChannel(wei, id, 1, change, `${ADDRESS}2`, now + 1, outside);
  await removeChannel(wei, id, false, now + 2);
  await removeChannel(wei, id, true, now + 3);
  expect((await receiverOf(id))!.url).toBe(`${ADDRESS}2`);
  expect(await audited()).toEqual([
    { event: 'channel-made', details: { channel: '#guild', kind: 'Slack' } },
    {
      event: 'channel-changed',
      details: { channel: '#guild', name: 'to #security', address: 'anew', announced: 'to New minutes' },
    },
    { event: 'channel-removed', details: { channel: '#security' } },
    { event: 'channel-restored', details: { channel: '#security' } },
  ]);
  expect(JSON.stringify([await audited(), await channelsHere()])).not.toContain('hunter2');
});

it('keeps the address it has when none is typed', async () => {
  const { id } = await made();
  expect(await changeChannel(wei, id, 1, draft, '', now)).toEqual({ saved: true, secret: null });
  expect((await receiverOf(id))!.url).toBe(ADDRESS);
  expect(await audited()).toHaveLength(1);
});

it.each([
  ['https://chat.example.com/x', '10.0.0.5', 'not-public'],
  ['https://127.0.0.1/x', '8.8.8.8', 'not-public'],
  ['http://chat.example.com/x', '8.8.8.8', 'not-https'],
  ['https://ada:hunter2@chat.example.com/x', '8.8.8.8', 'with-password'],
  ['nonsense', '8.8.8.8', 'no-address'],
])(
  '%s, which leads to %s, is refused when it is made and when it is changed',
  async (address, ip, refused) => {
    expect(await makeChannel(wei, draft, address, now, leading(ip))).toEqual({ refused });
    expect(await channelsHere()).toEqual([]);
    const { id } = await made();
    expect(await changeChannel(wei, id, 1, draft, address, now, leading(ip))).toEqual({ refused });
    expect((await receiverOf(id))!.url).toBe(ADDRESS);
  },
);

it('may be inside at a host that whoever runs the machine allows, and is named whole then', async () => {
  configuration.channelHosts = [{ host: 'chat.internal', port: 8065 }];
  const { id } = await made({ kind: 'mattermost' }, 'http://chat.internal:8065/hooks/hunter2');
  expect(await channelById(id)).toMatchObject({ host: 'chat.internal:8065' });
});

it('has a signing secret where it is a plain webhook: shown once, and made anew', async () => {
  const { id, secret } = await made({ kind: 'webhook' });
  expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
  expect(await channelById(id)).toMatchObject({ isSigned: true });
  const again = await renewSecret(wei, id, now);
  expect(again).not.toBe(secret);
  expect((await receiverOf(id))!.secret).toBe(again);
  expect(JSON.stringify([await audited(), await channelsHere()])).not.toContain('whsec_');

  expect(await changeChannel(wei, id, 1, draft, '', now)).toEqual({ saved: true, secret: null });
  expect((await receiverOf(id))!.secret).toBeNull();
  expect(await renewSecret(wei, id, now)).toBeNull();
  const back = await changeChannel(wei, id, 2, { ...draft, kind: 'webhook' }, '', now);
  expect(back).toMatchObject({ saved: true, secret: (await receiverOf(id))!.secret });
});

it('tells the second of two who change it at once', async () => {
  const { id } = await made();
  await changeChannel(wei, id, 1, { ...draft, name: '#first' }, '', now);
  expect(await changeChannel(wei, id, 1, { ...draft, name: '#second' }, '', now)).toMatchObject({
    refused: 'stale',
    now: { name: '#first' },
  });
});

it('is gone while it is removed', async () => {
  const { id } = await made();
  expect(await removeChannel(wei, id, false, now)).toBe(true);
  expect(await removeChannel(wei, id, false, now)).toBe(false);
  expect([await channelById(id), await channelsHere()]).toEqual([null, []]);
  expect(await changeChannel(wei, id, 1, draft, '', now)).toMatchObject({ refused: 'stale' });
});
