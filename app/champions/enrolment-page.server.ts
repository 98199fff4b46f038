/** What the page of one enrolment shows, for whoever looks: a buddy sees the way, and no hours or words. */
import { namesOf } from '#app/accounts/people.server.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { day } from '#app/ui/time.ts';

import { possibleBuddies } from './buddies.server.ts';
import { BUDDY_TIME, buddyMeetings } from './buddy-rhythm.ts';
import { onboarding } from './content.server.ts';
import { possible } from './enrolment.ts';
import { earlierOf, standingOf } from './enrolments.server.ts';
import { historyWords } from './history.ts';
import { hoursTold } from './hours-told.server.ts';
import { nextStep } from './next-step.ts';
import { marksOf } from './onboarding.server.ts';
import { seesHours } from './part.ts';
import { renewalDueAt } from './renewal.ts';
import { historyOf } from './steps.server.ts';
import type { visibleEnrolment } from './visible.server.ts';

type Found = NonNullable<Awaited<ReturnType<typeof visibleEnrolment>>>;
type Looking = { viewer: Viewer; search: string; now: number; zone: string };

export async function enrolmentPage(found: Found, { search, now, zone }: Looking) {
  const { enrolment, person, squad, squadArchived, managers, part } = found;
  const { id, state, personId, buddyId, agreedAt } = enrolment;
  const withHours = seesHours(part);
  const marks = await marksOf(id);
  const done = (key: string) => {
    const at = marks.get(key)?.doneAt;
    return at === undefined ? null : day(at, zone);
  };
  const groups = onboarding().groups.map(({ heading, points }) => ({
    heading,
    points: points.map(({ key, text, help }) => ({ key, text, help, done: done(key) })),
  }));
  const pointsLeft = groups.flatMap(({ points }) => points).filter((point) => point.done === null).length;
  const isEarly = agreedAt !== null && now < agreedAt + BUDDY_TIME;
  const meetings = isEarly ? buddyMeetings(agreedAt) : [];
  const toMeet = meetings.find(({ key, dueAt }) => dueAt <= now && !marks.has(key));
  const served = state === 'onboarding' || state === 'active';
  const history = await historyOf(id, { withHours });
  const names = await namesOf([buddyId]);
  return {
    id,
    person,
    squad,
    squadId: enrolment.squadId,
    part,
    state,
    way: standingOf(withHours ? enrolment : { ...enrolment, hoursPerMonth: null }),
    zone,
    steps: possible(standingOf(enrolment), part, now).filter(
      (step) => step !== 'started' || pointsLeft === 0,
    ),
    next: part === 'person' ? nextStep({ ...enrolment, pointsLeft, squadArchived }, now) : null,
    asked: withHours
      ? {
          names: managers.map(({ name }) => name),
          email: managers.length === 0 ? enrolment.managerEmail : null,
        }
      : null,
    renewal: state === 'active' ? day(renewalDueAt(enrolment).dueAt, zone) : null,
    onboarding: served || pointsLeft === 0 ? { about: onboarding().about, groups, pointsLeft } : null,
    buddy:
      served && (isEarly || buddyId !== null)
        ? {
            buddy: (buddyId && names.get(buddyId)) ?? null,
            meetings: meetings.map(({ key, week, dueAt }) => ({
              key,
              week,
              due: day(dueAt, zone),
              done: done(key),
              late: key === toMeet?.key,
            })),
            candidates:
              part === 'person' && buddyId === null ? await possibleBuddies(personId, search) : null,
            search,
          }
        : null,
    hours:
      withHours && agreedAt !== null
        ? { promised: enrolment.hoursPerMonth, months: await hoursTold(id) }
        : null,
    listed: part === 'person' && state === 'stepped-down' ? enrolment.listedAt !== null : null,
    returned: withHours && state === 'applied' ? ((await earlierOf(personId))?.squad ?? null) : null,
    history: history.map(({ step, ...row }) => ({
      ...row,
      words: historyWords[step as keyof typeof historyWords] ?? step,
    })),
  };
}

export type EnrolmentPage = Awaited<ReturnType<typeof enrolmentPage>>;
