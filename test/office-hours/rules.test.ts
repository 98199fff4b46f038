import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { mayHost } from '#app/office-hours/host.ts';
import { newTimes } from '#app/office-hours/moving.ts';
import { firstInLine, heldUntil } from '#app/office-hours/offer.ts';
import { type Part, type State, states, steps, stands, take } from '#app/office-hours/queue.ts';
import { endOf, freeAmong, overlaps, slotsOf } from '#app/office-hours/slot.ts';
import { nextTurn } from '#app/office-hours/turn.ts';
import { hour, minute, now } from '#test/support/clock.ts';

it('organisers and active champions host, and nobody who has left', () => {
  expect(mayHost({ roles: ['organiser'], isChampion: false })).toBe(true);
  expect(mayHost({ roles: [], isChampion: true })).toBe(true);
  expect(mayHost({ roles: ['administrator'], isChampion: false })).toBe(false);
  expect(mayHost({ roles: ['organiser'], isChampion: true, hasLeft: true })).toBe(false);
});

describe('turns', () => {
  const hosts = ['ines', 'jonas', 'noor', 'wei'];
  const whoIsFree = fc.array(fc.uniqueArray(fc.constantFrom(...hosts), { minLength: 1 }), { maxLength: 60 });

  /** Gives a turn for each time somebody comes, among those free then. Returns who got them. */
  const given = (times: string[][]) => {
    const last = new Map<string, number>();
    return times.map((free, at) => {
      const next = nextTurn(free.map((hostId) => ({ hostId, lastAt: last.get(hostId) ?? null })))!;
      last.set(next, at);
      return next;
    });
  };

  it('go to one of those who are free', () => {
    fc.assert(
      fc.property(whoIsFree, (times) =>
        given(times).forEach((host, at) => expect(times[at]).toContain(host)),
      ),
    );
    expect(nextTurn([])).toBeNull();
  });

  it('never go to somebody twice while another was free for both, and had none between', () => {
    fc.assert(
      fc.property(whoIsFree, (times) => {
        const turns = given(times);
        turns.forEach((host, second) => {
          const first = turns.lastIndexOf(host, second - 1);
          if (second === 0 || first < 0) return;
          const passedOver = times[first]!.filter(
            (other) => times[second]!.includes(other) && !turns.slice(first, second).includes(other),
          );
          expect(passedOver).toEqual([]);
        });
      }),
    );
  });

  it('are as many for each of those who are always free, give or take one', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...hosts), { minLength: 1 }), fc.nat(40), (free, times) => {
        const turns = given(Array.from({ length: times }, () => free));
        const counts = free.map((host) => turns.filter((one) => one === host).length);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the parts of a sitting', () => {
  const sitting = fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    hostId: fc.constantFrom('ines', 'jonas'),
    startsAt: fc.nat(20).map((n) => now + n * 15 * minute),
    length: fc.integer({ min: 10, max: 200 }),
    slotMinutes: fc.constantFrom(15, 20, 30),
  });
  const sittings = fc
    .uniqueArray(sitting, { selector: ({ id }) => id })
    .map((all) => all.map(({ length, ...one }) => ({ ...one, endsAt: one.startsAt + length * minute })));

  it('lie within it, one after another', () => {
    fc.assert(
      fc.property(sittings, (all) => {
        for (const one of all) {
          const slots = slotsOf(one);
          slots.forEach((slot, nth) => {
            expect(slot.startsAt).toBeGreaterThanOrEqual(one.startsAt);
            expect(endOf(slot)).toBeLessThanOrEqual(one.endsAt);
            if (nth > 0) expect(slot.startsAt).toBe(endOf(slots[nth - 1]!));
          });
          expect(one.endsAt - (slots.at(-1) ? endOf(slots.at(-1)!) : one.startsAt)).toBeLessThan(
            one.slotMinutes * minute,
          );
        }
      }),
    );
  });

  it('are free unless their host is with somebody, or they have begun', () => {
    fc.assert(
      fc.property(sittings, fc.array(fc.nat(100)), fc.nat(6), (all, picks, hours) => {
        const every = all.flatMap(slotsOf);
        const taken = picks.flatMap((pick) => every[pick % Math.max(1, every.length)] ?? []);
        const free = freeAmong(all, taken, now + hours * hour);
        for (const slot of free) {
          expect(slot.startsAt).toBeGreaterThan(now + hours * hour);
          expect(taken.some((one) => one.hostId === slot.hostId && overlaps(one, slot))).toBe(false);
        }
        const rest = every.filter(
          (slot) => !free.some((one) => one.sittingId === slot.sittingId && one.startsAt === slot.startsAt),
        );
        for (const slot of rest)
          expect(
            slot.startsAt <= now + hours * hour ||
              taken.some((one) => one.hostId === slot.hostId && overlaps(one, slot)),
          ).toBe(true);
      }),
    );
  });
});

describe('what was given back', () => {
  it('is held for two hours, or until half an hour before it begins, or not at all', () => {
    expect(heldUntil(now, now + 24 * hour)).toBe(now + 2 * hour);
    expect(heldUntil(now, now + 2 * hour)).toBe(now + 90 * minute);
    expect(heldUntil(now, now + 30 * minute)).toBeNull();
    expect(heldUntil(now, now - hour)).toBeNull();
  });

  const slot = { sittingId: 's', hostId: 'ines', startsAt: now + 24 * hour, minutes: 15 };
  const wish = (id: string, more = {}) => ({ id, personId: id, madeAt: now, bookings: [], ...more });
  const nobody = { aboutThis: new Set<string>(), aboutAnother: new Set<string>() };

  it('goes to whoever waits longest and can have it', () => {
    expect(firstInLine(slot, [wish('b'), wish('a'), wish('c', { madeAt: now - 1 })], nobody)?.id).toBe('c');
    expect(firstInLine(slot, [wish('b'), wish('a')], nobody)?.id).toBe('a');
    expect(firstInLine(slot, [wish('ines'), wish('mara')], nobody)?.id).toBe('mara');
    const busy = wish('a', { bookings: [{ startsAt: slot.startsAt + 5 * minute, minutes: 15 }] });
    const full = wish('b', { bookings: [1, 2, 3].map((n) => ({ startsAt: now + n * hour, minutes: 15 })) });
    expect(firstInLine(slot, [busy, full], nobody)).toBeNull();
    const asked = { aboutThis: new Set(['a']), aboutAnother: new Set(['b']) };
    expect(firstInLine(slot, [wish('a'), wish('b'), wish('c')], asked)?.id).toBe('c');
  });
});

describe('a place in the queue', () => {
  const part = fc.record({ isCaller: fc.boolean(), isSitting: fc.boolean(), took: fc.boolean() });

  it('is taken by a host who sits, of somebody else, and finished by that host alone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...states), part, (state: State, who: Part) => {
        const taken = take('taken', state, who);
        expect(taken === 'taken').toBe(state === 'waiting' && who.isSitting && !who.isCaller);
        expect(take('finished', state, who) === 'done').toBe(state === 'taken' && who.took);
        expect(take('left', state, who) === 'left').toBe(stands(state) && who.isCaller);
      }),
    );
  });

  it('can always be brought to an end, whatever has happened to it', () => {
    const caller = { isCaller: true, isSitting: false, took: false };
    const host = { isCaller: false, isSitting: true, took: true };
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...steps)), (path) => {
        let state: State = 'waiting';
        for (const step of path) {
          const to = take(step, state, step === 'left' || step === 'returned' ? caller : host);
          if (typeof to === 'string') state = to;
        }
        expect(stands(state) ? take('left', state, caller) : 'left').toBe('left');
      }),
    );
  });
});

it('sittings move to the nearest new time within a week, no two to the same', () => {
  const at = fc.integer({ min: 0, max: 40 }).map((days) => now + days * 24 * hour);
  fc.assert(
    fc.property(fc.array(at), fc.uniqueArray(at), (starts, times) => {
      const sittings = starts.map((startsAt, id) => ({ id: String(id), startsAt }));
      const occurrences = times.map((time) => ({ wall: String(time), at: time }));
      const { moves, left } = newTimes(sittings, occurrences);
      const given = [...moves.values()].filter((one) => one !== null);
      expect(new Set(given).size).toBe(given.length);
      expect(moves.size).toBe(sittings.length);
      expect([...given, ...left].length).toBe(times.length);
      for (const { id, startsAt } of sittings) {
        const time = moves.get(id);
        if (time) expect(Math.abs(time.at - startsAt)).toBeLessThanOrEqual(7 * 24 * hour);
        else for (const free of left) expect(Math.abs(free.at - startsAt)).toBeGreaterThan(7 * 24 * hour);
      }
    }),
  );
});
