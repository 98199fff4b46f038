import fc from 'fast-check';
import { expect, it } from 'vitest';

import { buddyMeetings, isMeetingKey } from '#app/champions/buddy-rhythm.ts';
import { nextStep } from '#app/champions/next-step.ts';
import { renewalDueAt } from '#app/champions/renewal.ts';
import { workingDaysBefore } from '#app/champions/working-days.ts';
import { day, now } from '#test/support/clock.ts';

it('is due twelve months after the beginning or the last yes, and asked for thirty days ahead', () => {
  const active = { activeAt: Date.UTC(2026, 2, 4), renewedAt: null };
  expect(renewalDueAt(active)).toEqual({ dueAt: Date.UTC(2027, 2, 4), askFrom: Date.UTC(2027, 1, 2) });
  expect(renewalDueAt({ ...active, renewedAt: Date.UTC(2027, 1, 20) }).dueAt).toBe(Date.UTC(2028, 1, 20));
  expect(renewalDueAt({ activeAt: null, renewedAt: null }).askFrom).toBe(Infinity);
});

it('lets buddies meet weekly in the first month, every two weeks in the second, once in the third', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4e12 }), (agreedAt) => {
      const meetings = buddyMeetings(agreedAt);
      const inDays = meetings.map(({ dueAt }) => (dueAt - agreedAt) / day);
      expect(inDays.filter((days) => days <= 30)).toEqual([7, 14, 21, 28]);
      expect(inDays.filter((days) => days > 30 && days <= 61)).toEqual([42, 56]);
      expect(inDays.filter((days) => days > 61)).toEqual([84]);
      expect(meetings.every(({ key }) => isMeetingKey(key))).toBe(true);
    }),
  );
  expect(isMeetingKey('buddy-week-5')).toBe(false);
});

it('counts working days back over a weekend', () => {
  expect(workingDaysBefore(now, 2)).toBe(now - 2 * day);
  expect(workingDaysBefore(now, 3)).toBe(now - 5 * day);
  expect(workingDaysBefore(now, 5)).toBe(now - 7 * day);
});

it('says what comes next, and nothing where nothing waits', () => {
  const at = { activeAt: null, renewedAt: null, pointsLeft: 3, squadArchived: false };
  expect(nextStep({ ...at, state: 'applied' }, now)).toBeTruthy();
  const said = nextStep({ ...at, state: 'onboarding' }, now);
  expect(said).toContain('3');
  expect(nextStep({ ...at, state: 'onboarding', pointsLeft: 0 }, now)).not.toBe(said);
  expect(nextStep({ ...at, state: 'active', activeAt: now }, now + 300 * day)).toBeNull();
  expect(nextStep({ ...at, state: 'active', activeAt: now }, now + 340 * day)).toBeTruthy();
  expect(nextStep({ ...at, state: 'declined' }, now)).toBeNull();
});
