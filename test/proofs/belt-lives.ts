/** What happens to the people of a company that bears on their belts, season by season, by plain inserts. */
import type Sqlite from 'better-sqlite3';

import type { Rules } from '#app/belts/rules.ts';
import { type Details, type FactKind, readers } from '#app/facts/fact.ts';

import type { Chance } from '../../scripts/bench/chance.ts';
import { DAY, LAST_DAY } from '../../scripts/bench/data.ts';
import { into } from '../../scripts/bench/insert.ts';
import { deedOf } from './recognised-deeds.ts';

const SEASON = 46 * DAY;
const SEASONS = 24;
const CLOSED = 'nobody signs in here';

export type Season = { from: number; until: number };
type Company = { rules: Rules; people: number; champions: number };

/** A company of so many people, of whom the first are champions. `live` lets a season happen. */
export function livesOf(file: Sqlite.Database, luck: Chance, { rules, people: many, champions }: Company) {
  const first = LAST_DAY - SEASONS * SEASON;
  const addPerson = into(file, 'people', 'id, name, email, password_hash, joined_at');
  const columns = 'id, kind, person_id, at, room, source_id, details, recorded_at, once';
  const addFact = into(file, 'facts', columns);
  const addCounter = into(file, 'facts', `${columns}, undoes`);
  const changed = file.prepare(
    `insert into changed_people (reader, person_id, changes) values (?, ?, 1)
     on conflict do update set changes = changes + 1`,
  );
  const tellReaders = (personId: string) => readers.forEach((reader) => changed.run(reader, personId));
  file.pragma('synchronous = OFF');
  const people = Array.from({ length: many }, () => luck.id());
  file.transaction(() => {
    into(file, 'organisations', 'id, name, founded_at, timezone')(
      1,
      'Tidewater Systems',
      first,
      'Europe/Berlin',
    );
    for (const [nth, id] of people.entries())
      addPerson(id, `Person ${nth}`, `person-${nth}@bench.example`, CLOSED, first);
  })();

  const squads = Array.from({ length: Math.ceil(many / 8) }, () => luck.id());
  file.transaction(() => {
    const addMember = into(file, 'squad_members', 'id, squad_id, person_id, joined_at, left_at');
    for (const [nth, id] of squads.entries())
      into(file, 'squads', 'id, name, created_at')(id, `Squad ${nth}`, first);
    for (const id of people) {
      const moves = luck.next() < 0.2 ? first + luck.below(SEASONS) * SEASON : null;
      addMember(luck.id(), luck.pick(squads), id, first, moves);
      if (moves !== null && luck.next() < 0.9) addMember(luck.id(), luck.pick(squads), id, moves, null);
    }
  })();

  let [facts, undone] = [0, 0];
  /** what turns out wrong after everybody has looked at it */
  const toUndo: (() => void)[] = [];
  const upTo = luck.below;
  function happen<K extends FactKind>(kind: K, personId: string, at: number, details: Details[K]): void {
    const id = luck.id();
    const row = [kind, personId, at, 'proof', id, JSON.stringify(details), at, `${kind} ${id}`] as const;
    addFact(id, ...row);
    facts += 1;
    tellReaders(personId);
    const undo = () => {
      addCounter(luck.id(), kind, personId, at, 'proof', id, '{}', at, `undone ${id}`, id);
      undone += 1;
      tellReaders(personId);
    };
    const goesWrong = luck.next();
    if (goesWrong < 0.015) undo();
    else if (goesWrong < 0.03) toUndo.push(undo);
  }

  const asked = rules.belts.flatMap(({ requirements }) => requirements);
  /** Somebody does something about one of the first so many requirements. */
  function act(personId: string, reach: number, { from, until }: Season): void {
    const at = from + upTo(until - from);
    const one = asked[upTo(reach)]!;
    const kindOf = luck.next();
    if (kindOf < 0.02)
      happen('requirement-waived', personId, at, { requirement: one.id, until: at + upTo(365) * DAY });
    else if (kindOf < 0.04)
      happen('evidence-approved', personId, at, { requirement: one.id, until: at + upTo(500) * DAY });
    else if (one.kind === 'module') {
      happen('lesson-read', personId, at, { module: one.module, version: 'v' });
      happen('quiz-passed', personId, at, { module: one.module, version: 'v', right: 8, asked: 8 });
    } else if (one.kind === 'evidence')
      happen('evidence-approved', personId, at, { requirement: one.id, until: null });
    else if (one.activity === 'mentored')
      happen('mentored', personId, at, { personId: people[upTo(many)]!, belt: one.belt ?? '' });
    else happen('session-led', personId, at - upTo(60) * DAY, { activity: luck.id() });
  }

  const deed = deedOf({ happen, luck, people });
  const modules = asked.filter(({ kind }) => kind === 'module').length;
  return {
    people,
    seasons: Array.from({ length: SEASONS }, (_, nth): Season => {
      const from = first + nth * SEASON;
      return { from, until: from + SEASON };
    }),
    live(season: Season): void {
      file.transaction(() => {
        for (const undo of toUndo.splice(0)) undo();
        for (const [nth, id] of people.entries())
          if (nth < champions) {
            for (let times = upTo(4); times > 0; times -= 1) act(id, asked.length, season);
            for (let times = upTo(3); times > 0; times -= 1) deed(id, season);
          } else if (luck.next() < 0.15) act(id, modules, season);
          else if (luck.next() < 0.03) deed(id, season);
      })();
    },
    counted: () => ({ facts, undone }),
  };
}
