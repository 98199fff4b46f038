import { expect, it } from 'vitest';

import { book } from '#app/office-hours/booking.server.ts';
import { hoursHostedBy, makeHours } from '#app/office-hours/hours.server.ts';
import { newId } from '#db/ids.ts';
import { now } from '#test/support/clock.ts';
import { somebody } from '#test/support/people.ts';

import { bookingRow, hoursOf, quarter, thursday, weekly } from './known.ts';

it('a form with other words or another time is another thing, and the same one is not', async () => {
  const [ines, mara] = [await somebody('Ines', 'organiser'), await somebody('Mara')];
  const hours = { ...weekly, id: newId() };
  expect([await makeHours(ines, hours, now), await makeHours(ines, hours, now)]).toEqual([
    hours.id,
    hours.id,
  ]);
  const later = await makeHours(ines, { ...hours, time: '16:00' }, now);
  expect((await hoursHostedBy(ines.id)).map(({ id, time }) => [id, time]).toSorted()).toEqual(
    [
      [hours.id, '14:00'],
      [later, '16:00'],
    ].toSorted(),
  );

  const jonas = await somebody('Jonas', 'organiser');
  const [sitting] = (await hoursOf(jonas)).sittings;
  const form = { id: newId(), at: thursday, sittingId: sitting!.id, topic: 'Keys', tried: '' };
  for (const _ of [1, 2]) expect(await book(mara, form, now)).toEqual({ id: form.id });
  // Not dropped in silence: they hear that they have that time.
  expect(await book(mara, { ...form, topic: 'Locks' }, now)).toMatchObject({ refused: 'taken' });
  const made = await book(mara, { ...form, at: thursday + quarter, topic: 'Locks' }, now);
  expect(await bookingRow('id' in made ? made.id : '')).toMatchObject({
    startsAt: thursday + quarter,
    topic: 'Locks',
  });
});
