import type Sqlite from 'better-sqlite3';

import type { Chance } from './chance.ts';
import { DAY, LAST_DAY } from './data.ts';
import { into } from './insert.ts';

type Enrolling = {
  viewer: string;
  viewersSquad: string;
  developers: string[];
  squads: string[];
  champions: number;
  ever(): number;
};

/** Twice as many have stepped down as serve. */
const ENDED = 2;
const specialisms = ['threat-modelling', 'identity', 'build-and-release', 'cloud', 'privacy'];
const steps = ['applied', 'agreed', 'started', 'renewed', 'stepped-down'];

const months = Array.from({ length: 36 }, (_, back) =>
  new Date(Date.UTC(2026, 9 - back, 1)).toISOString().slice(0, 7),
);

/** Who serves, who is on their way, who has stepped down and who was not let, each with its steps and hours. */
export function fillEnrolments(
  db: Sqlite.Database,
  chance: Chance,
  { viewer, viewersSquad, developers, squads, champions, ever }: Enrolling,
): void {
  const add = into(
    db,
    'enrolments',
    'id, person_id, squad_id, state, ongoing, hours_per_month, buddy_id, applied_at, agreed_at, active_at, ended_at',
  );
  const addStep = into(db, 'enrolment_steps', 'id, enrolment_id, step, by_id, at, hours_per_month');
  const addReport = into(db, 'hours_reports', 'id, enrolment_id, month, quarters, reported_at');
  const addKnown = into(db, 'specialisms', 'id, person_id, key, since, until');

  const enrol = (personId: string, squadId: string, state: string, reported: number) => {
    const id = chance.id();
    const served = state === 'active' || state === 'stepped-down';
    const applied = Math.min(ever(), LAST_DAY - 60 * DAY);
    const agreed = served || state === 'onboarding' ? applied + 5 * DAY : null;
    const active = served ? applied + 40 * DAY : null;
    const over = state === 'stepped-down' || state === 'declined';
    const ended = over ? Math.min(LAST_DAY - DAY, (active ?? applied) + chance.below(300) * DAY) : null;
    const hours = agreed === null || chance.below(20) === 0 ? null : 8 + chance.below(24);
    const ongoing = over ? null : `${personId} ${squadId}`;
    add(id, personId, squadId, state, ongoing, hours, viewer, applied, agreed, active, ended);
    for (const step of steps.slice(0, over && served ? 5 : served ? 4 : 1))
      addStep(chance.id(), id, step, personId, applied, step === 'agreed' ? hours : null);
    for (const month of months.slice(0, reported))
      addReport(chance.id(), id, month, chance.below(160), LAST_DAY - DAY);
    if (served) addKnown(chance.id(), personId, chance.pick(specialisms), applied, ended);
  };

  enrol(viewer, viewersSquad, 'active', 24);
  for (let at = 1; at < champions; at += 1) enrol(developers[at]!, squads[at % squads.length]!, 'active', 24);
  const others: [number, string, number][] = [
    [champions * ENDED, 'stepped-down', 12],
    [champions / 10, 'declined', 0],
    [champions / 20, 'onboarding', 0],
    [champions / 20, 'applied', 0],
  ];
  let at = champions;
  for (const [many, state, reported] of others)
    for (let done = 0; done < many; done += 1, at += 1)
      enrol(developers[at % developers.length]!, chance.pick(squads), state, reported);
}
