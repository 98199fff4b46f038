import { beforeAll, expect, it } from 'vitest';

import { guildAskedOf } from '#app/hall/home/guild.server.ts';
import { nextForCaller, waitingForHost } from '#app/office-hours/home.server.ts';
import { release } from '#app/office-hours/release.server.ts';
import { makeWish } from '#app/office-hours/wishes.server.ts';
import { tracing } from '#db/traces.ts';
import { booked, hoursOf, quarter, thursday } from '#test/office-hours/known.ts';
import { hour, now } from '#test/support/clock.ts';
import { somebody, type TestPerson } from '#test/support/people.ts';

let mara: TestPerson;
let ines: TestPerson;
beforeAll(async () => {
  [mara, ines] = [await somebody('Mara'), await somebody('Ines', 'organiser')];
  await hoursOf(ines);
});

it('of what waits for hosts, only who sits now is told, and nobody else has the queue asked for it', async () => {
  const { id } = await booked(mara, thursday + quarter);
  expect(await waitingForHost(ines, thursday + quarter)).toMatchObject({ waiting: 0, booking: { id } });
  for (const [viewer, at] of [[mara, thursday] as const, [ines, thursday + hour] as const])
    expect(await tracing(() => waitingForHost(viewer, at))).toEqual({ value: null, read: ['sittings'] });
});

it('what is held for somebody is asked for once, and is a line among what is asked of them', async () => {
  const wei = await somebody('Wei');
  const { id } = await booked(mara, thursday);
  await makeWish(wei, { topic: 'Fuzzing', tried: '' }, now);
  await release(mara, id, now);
  const { held, booking } = await nextForCaller(wei, now);
  expect(booking).toBeNull();
  const { value, read } = await tracing(() => guildAskedOf(wei, held, now, 'UTC'));
  expect(value).toMatchObject([{ to: `/office-hours/offers/${held!.id}` }]);
  expect(read).not.toContain('slot_offers');
  expect(read).not.toContain('bookings');
});
