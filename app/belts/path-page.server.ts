/** The way to somebody's belts, ready to be shown: derived from their facts each time. */
import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { moduleNamed } from '#app/training/curriculum.server.ts';
import { db } from '#db/database.server.ts';
import { activities, evidence } from '#db/schema/belts.ts';

import type { BeltState } from './belt-state.ts';
import { cardWords } from './card-words.ts';
import { countMet, type PastBelt, type PathBelt, type PathRequirement, whoIsShown } from './path.ts';
import { promotionsOf } from './promotions.server.ts';
import type { Requirement } from './rules.ts';
import { beltRules } from './rules.server.ts';
import type { RequirementStanding, Standing } from './standing.ts';
import { standingOf } from './standing.server.ts';

/** The belts somebody has, is on the way to, and what each asks; and those they earned that there are no more. */
export async function beltPath(
  personId: string,
  now: number,
): Promise<{ belts: PathBelt[]; past: PastBelt[]; zone: string }> {
  const [is, zone, promotions, underWay] = await Promise.all([
    standingOf(personId, now),
    zoneHere(),
    promotionsOf(personId),
    underWayOf(personId),
  ]);
  const rules = beltRules();
  const name = (key: string) => rules.belts.find((belt) => belt.key === key)!.name;
  const belts = is.belts.map((belt, nth): PathBelt => {
    const { key, name: called, about } = rules.belts[nth]!;
    const { state, since, until, lapsesAt, restsOn, requirements } = belt;
    return {
      key,
      name: called,
      about,
      state,
      since,
      until,
      lapsesAt,
      restsOn: restsOn.map(name),
      promotion: promotions.find((one) => one.belt === key) ?? null,
      requirements: requirements.map((one) => shown(one, underWay.get(one.requirement.id) ?? null)),
    };
  });
  const past = promotions.filter(({ belt }) => !rules.belts.some(({ key }) => key === belt));
  return { belts, past, zone };
}

type UnderWay = NonNullable<PathRequirement['underWay']>;

const shown = (
  { requirement, state, from, until, by, counted, next }: RequirementStanding,
  underWay: UnderWay | null,
): PathRequirement => ({
  id: requirement.id,
  words: requirement.words,
  help: requirement.help,
  state,
  from,
  until,
  by: whoIsShown(by, until),
  counted,
  // A lesson that is gone, or cannot be read just now, is nowhere to be sent to.
  next: next && 'module' in next && !moduleNamed(next.module) ? null : next,
  underWay: state === 'met' ? null : underWay,
  lessons: lessonsOf(requirement),
});

const lessonsOf = ({ lessons }: Requirement) =>
  lessons.flatMap((key) => {
    const module = moduleNamed(key);
    return module ? [{ key, title: module.title, minutes: module.minutes }] : [];
  });

/** What waits for others, or to be gone on with, by requirement. */
async function underWayOf(personId: string): Promise<Map<string, UnderWay>> {
  const begun = await db.read
    .select({ id: evidence.id, requirement: evidence.requirement, state: evidence.state })
    .from(evidence)
    .where(and(eq(evidence.personId, personId), isNotNull(evidence.ongoing)));
  const [session] = await db.read
    .select({ id: activities.id })
    .from(activities)
    .where(
      and(eq(activities.personId, personId), isNull(activities.confirmedAt), isNull(activities.withdrawnAt)),
    )
    .orderBy(desc(activities.createdAt))
    .limit(1);
  const led = beltRules()
    .belts.flatMap(({ requirements }) => requirements)
    .filter((asked) => asked.kind === 'activity' && asked.activity === 'threat-modelling');
  return new Map<string, UnderWay>([
    ...(session ? led.map(({ id }) => [id, { is: 'session', id: session.id }] as const) : []),
    ...begun.map(({ id, requirement, state }) => [requirement, { is: 'evidence', id, state }] as const),
  ]);
}

export type BeltCardData = {
  /** the highest belt held */
  held: string | null;
  /** the belt to work on; null when all are held and nothing is due */
  next: {
    key: string;
    state: BeltState;
    title: string;
    line: string;
    met: number;
    missing: PathRequirement[];
  } | null;
};

/** For the start page: the next belt, or the one to renew, and what is missing for it. */
export async function beltCardOf(personId: string, now: number): Promise<BeltCardData> {
  const [is, zone] = await Promise.all([standingOf(personId, now), zoneHere()]);
  const at = is.belts.findIndex(({ requirements }) => requirements.some(({ state }) => state !== 'met'));
  const held = nameOf(is);
  const belt = is.belts[at];
  if (!belt) return { held, next: null };
  const { name } = beltRules().belts[at]!;
  const underWay = await underWayOf(personId);
  const requirements = belt.requirements.map((one) => shown(one, underWay.get(one.requirement.id) ?? null));
  const met = countMet({ requirements });
  return {
    held,
    next: {
      ...{ key: belt.belt, state: belt.state, met },
      ...cardWords({ ...belt, name, met, asked: requirements.length }, { held, zone }),
      missing: requirements.filter(({ state }) => state !== 'met'),
    },
  };
}

const nameOf = ({ highest }: Standing): string | null =>
  beltRules().belts.find(({ key }) => key === highest)?.name ?? null;
