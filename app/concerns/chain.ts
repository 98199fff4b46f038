/** Who holds a concern, from rule to rule: by a step somebody takes, or by itself as time passes. */
import { type Absence, standIn } from './absence.ts';
import { type Calendar, dueAfter } from './clock.ts';
import { isTop, type Level, levels, levelsFrom, type Standing, type State, type Step } from './concern.ts';

/** What the chain needs to know around a concern. */
export type Around = {
  /** who could hold it at these levels, the first choice first: all of them here, none of them who raised it */
  champions: readonly string[];
  advocates: readonly string[];
  absences: readonly Absence[];
  /** whether a person may hold it: they are here, and did not raise it */
  canHold(personId: string): boolean;
  calendar: Calendar;
};

/** The lowest level from this one on at which there is somebody; the security team is always there. */
function firstFrom(
  level: Level,
  { champions, advocates }: Around,
): { level: Level; personId: string | null } {
  for (const at of levelsFrom(level)) {
    const personId = at === 'champion' ? champions[0] : at === 'advocate' ? advocates[0] : undefined;
    if (personId !== undefined) return { level: at, personId };
  }
  return { level: 'security-team', personId: null };
}

/** Lets a person have it from now on, with all the time a step has. They hold it, or who stands in for them. */
function givenTo(level: Level, personId: string | null, around: Around, now: number): Standing {
  if (personId === null)
    return { state: 'open', level, holderId: null, standsInFor: null, clockFrom: null, dueAt: null };
  const acting = standIn(personId, around.absences, around.canHold, now) ?? personId;
  const standsInFor = acting === personId ? null : personId;
  return running({ state: 'open', level, holderId: acting, standsInFor }, around, now);
}

const running = (
  standing: Omit<Standing, 'clockFrom' | 'dueAt'>,
  around: Around,
  clockFrom: number,
): Standing => ({ ...standing, clockFrom, dueAt: due(standing.holderId, clockFrom, around) });

/** The holder's clock does not run while they are away. */
const due = (holderId: string | null, clockFrom: number, { absences, calendar }: Around): number | null =>
  holderId === null
    ? null
    : dueAfter(
        clockFrom,
        calendar,
        absences.filter(({ personId }) => personId === holderId),
      );

/** Lets it come to the lowest level from this one on at which there is somebody. */
export function placed(from: Level, around: Around, now: number): Standing {
  const { level, personId } = firstFrom(from, around);
  return givenTo(level, personId, around, now);
}

/** Where a concern stands after a step that may be taken and leads to this state. */
export function after(step: Step, state: State, before: Standing, around: Around, now: number): Standing {
  if (step === 'passed-up') return placed(above(before.level), around, now);
  if (state !== 'open') return { ...before, state, clockFrom: null, dueAt: null };
  if (before.state === 'open' || isTop(before.level)) return { ...before, state };
  return running({ ...before, state }, around, now);
}

const above = (level: Level): Level => levels[levels.indexOf(level) + 1] ?? 'security-team';

/**
 * What time and absences make of a concern by now: who stands in takes it over, who is back has it again, who has left
 * gives it up, and what has waited too long moves one level up. Null where all stays as it is; `step` is null where
 * only the date has moved.
 */
export function tended(
  before: Standing,
  around: Around,
  now: number,
): { standing: Standing; step: 'moved-up' | 'handed-over' | null } | null {
  const { state, level, holderId, standsInFor, clockFrom } = before;
  if (state !== 'open' || holderId === null || clockFrom === null) return null;
  const whose = standsInFor ?? holderId;
  if (!around.canHold(whose)) {
    const standing = placed(level, around, now);
    return { standing, step: standing.level === level ? 'handed-over' : 'moved-up' };
  }
  const acting = standIn(whose, around.absences, around.canHold, now);
  const mustHold = acting ?? (around.canHold(holderId) ? holderId : whose);
  if (mustHold !== holderId) {
    const standing = { state, level, holderId: mustHold, standsInFor: mustHold === whose ? null : whose };
    return { standing: running(standing, around, now), step: 'handed-over' };
  }
  const dueAt = due(holderId, clockFrom, around);
  if (dueAt !== null && dueAt <= now) {
    return { standing: placed(above(level), around, now), step: 'moved-up' };
  }
  return dueAt === before.dueAt ? null : { standing: { ...before, dueAt }, step: null };
}
