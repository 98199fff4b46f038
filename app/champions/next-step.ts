import type { State } from './enrolment.ts';
import { renewalDueAt } from './renewal.ts';

type Where = {
  state: State;
  activeAt: number | null;
  renewedAt: number | null;
  /** how many points of the onboarding are left */
  pointsLeft: number;
  squadArchived: boolean;
};

/** What comes next for the person, in a sentence; null where nothing waits. */
export function nextStep(
  { state, activeAt, renewedAt, pointsLeft, squadArchived }: Where,
  now: number,
): string | null {
  if (squadArchived && (state === 'applied' || state === 'onboarding'))
    return 'This squad was archived in the meantime. What you did is kept: withdraw here, and apply with another squad of yours.';
  if (state === 'applied') return 'Your manager is asked to agree the time. You need do nothing until then.';
  if (state === 'onboarding' && pointsLeft > 0)
    return pointsLeft === 1
      ? 'One point of your onboarding is left.'
      : `${pointsLeft} points of your onboarding are left.`;
  if (state === 'onboarding') return 'Your onboarding is done. Begin when you are ready.';
  if (state === 'active' && now >= renewalDueAt({ activeAt, renewedAt }).askFrom)
    return 'Your year is nearly over. Would you like to stay for another one?';
  return null;
}
