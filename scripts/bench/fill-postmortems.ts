import type Sqlite from 'better-sqlite3';

import { templateNamed } from '../../app/postmortems/template.server.ts';
import type { Chance } from './chance.ts';
import { DAY, DRAFTS, LAST_DAY, type Places, type Size } from './data.ts';
import { fillActionItems } from './fill-action-items.ts';
import { fillParts } from './fill-parts.ts';
import type { Peopled } from './fill-people.ts';
import { into } from './insert.ts';
import { COMMON_WORD, phrase, RARE_WORDS } from './words.ts';

const YEARS = 3 * 365 * DAY;

/** The postmortems with everything that hangs from them, oldest first, over three years. */
export function fillPostmortems(db: Sqlite.Database, chance: Chance, who: Peopled, size: Size): Places {
  const template = templateNamed('postmortem');
  if (!template) throw new Error('There is no template called postmortem.');
  const add = adders(db);
  const parts = fillParts(db, chance, template.sections);
  const items = fillActionItems(db, chance, who);
  const places: Places = { postmortem: '', drafts: [] };

  for (let at = 0; at < size.postmortems; at += 1) {
    const createdAt = Math.floor(LAST_DAY - YEARS * (1 - at / size.postmortems));
    const mine = at < DRAFTS;
    const author = mine ? who.viewer : who.people[1 + chance.below(who.people.length - 1)]!;
    const { state, reach } = mine ? ({ state: 'draft', reach: 'everyone' } as const) : standing(at);
    const [id, audienceId] = [chance.id(), chance.id()];
    const title = phrase(chance, 5);
    const changedAt = createdAt + 5 * DAY;
    const published = state === 'published' ? changedAt : null;

    const scope = state === 'draft' ? 'people' : reach;
    add.audience(audienceId, scope);
    if (scope === 'squads') add.audienceSquad(audienceId, chance.pick(who.squads));
    if (scope !== 'everyone') add.audiencePerson(audienceId, author);
    if (scope === 'people' && !mine && state === 'published' && at % 2 === 0)
      add.audiencePerson(audienceId, who.viewer);

    const kind = at % 8 === 0 ? 'near-miss' : 'incident';
    const severity = 1 + (at % 5);
    add.postmortem(
      id,
      title,
      kind,
      severity,
      'UTC',
      state,
      reach,
      audienceId,
      author,
      createdAt,
      changedAt,
      published,
    );
    add.person(id, author, 'author', createdAt, author);
    const participant = who.people[0]!;
    add.person(id, participant, 'participant', createdAt, author);
    add.step(chance.id(), id, 'drafted', createdAt, author, '[]');
    if (published) add.step(chance.id(), id, 'published', published, author, '[]');

    // The words that are searched for, the rare ones in the same postmortems whatever the size.
    const extra = [
      at < 2000 && at >= DRAFTS && at % 45 === 1 ? `Seen from the ${RARE_WORDS} first.` : '',
      at % 10 === 3 ? `The ${COMMON_WORD} was lost.` : '',
    ].join(' ');
    const by = { id, author, at: createdAt, extra };
    const text = parts(by) + items(by, audienceId, perPostmortem(at, size), at / size.postmortems);
    add.words('postmortems', id, title, text);

    if (mine) places.drafts.push(id);
    if (at === Math.floor(size.postmortems / 2)) places.postmortem = id;
  }
  return places;
}

/** Of twenty, one is somebody else's draft, two are for named people, one is for a squad, and the rest for everyone. */
function standing(at: number) {
  if (at % 20 === 9) return { state: 'draft', reach: 'everyone' } as const;
  if (at % 20 === 4 || at % 20 === 15) return { state: 'published', reach: 'people' } as const;
  if (at % 20 === 12) return { state: 'published', reach: 'squads' } as const;
  return { state: 'published', reach: 'everyone' } as const;
}

const perPostmortem = (at: number, { actionItems, postmortems }: Size) =>
  Math.floor(((at + 1) * actionItems) / postmortems) - Math.floor((at * actionItems) / postmortems);

const adders = (db: Sqlite.Database) => ({
  audience: into(db, 'audiences', 'id, scope'),
  audiencePerson: into(db, 'audience_people', 'audience_id, person_id'),
  audienceSquad: into(db, 'audience_squads', 'audience_id, squad_id'),
  postmortem: into(
    db,
    'postmortems',
    'id, title, kind, severity, timezone, state, reach, audience_id, author_id, created_at, changed_at, published_at',
  ),
  person: into(db, 'postmortem_people', 'postmortem_id, person_id, part, added_at, added_by'),
  step: into(db, 'postmortem_steps', 'id, postmortem_id, step, at, by_id, missing'),
  words: into(db, 'search_texts', 'room, id, title, body'),
});
