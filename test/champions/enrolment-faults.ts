import { isOngoing, type Standing, states } from '#app/champions/enrolment.ts';
import { LEAST_HOURS, MOST_HOURS } from '#app/champions/hours.ts';

/** What is wrong with where an enrolment stands; nothing, however it came there. */
export function faultsOf(at: Standing): string[] {
  const { state, hoursPerMonth, agreedAt, activeAt, renewedAt, endedAt } = at;
  const is = (fault: boolean, words: string) => (fault ? [`${state}: ${words}`] : []);
  return [
    ...is(!states.includes(state), 'is no state'),
    ...is(isOngoing(state) !== (endedAt === null), 'ongoing and ended disagree'),
    ...is((agreedAt === null) !== (hoursPerMonth === null), 'an agreement is hours and a moment, or neither'),
    ...is(hoursPerMonth !== null && (hoursPerMonth < LEAST_HOURS || hoursPerMonth > MOST_HOURS), 'hours'),
    ...is((state === 'applied' || state === 'declined') && agreedAt !== null, 'agreed'),
    ...is(
      ['onboarding', 'active', 'stepped-down'].includes(state) && agreedAt === null,
      'without an agreement',
    ),
    ...is((state === 'active' || state === 'stepped-down') !== (activeAt !== null), 'active and its moment'),
    ...is(renewedAt !== null && activeAt === null, 'renewed before it was active'),
    ...is(agreedAt !== null && activeAt !== null && activeAt < agreedAt, 'active before it was agreed'),
  ];
}
