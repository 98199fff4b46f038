import type Sqlite from 'better-sqlite3';

import { FAR_FUTURE } from '../../app/action-items/action-item.ts';
import { target } from '../../app/action-items/severity.ts';
import type { Chance } from './chance.ts';
import { DAY } from './data.ts';
import type { Of } from './fill-parts.ts';
import type { Peopled } from './fill-people.ts';
import { into } from './insert.ts';
import { phrase } from './words.ts';

const kinds = ['prevent', 'detect', 'mitigate', 'learn'];

/** What adds action items to a postmortem, and gives the words they hold. `age` goes from 0, the oldest, to 1. */
export function fillActionItems(
  db: Sqlite.Database,
  chance: Chance,
  { people, squads }: Peopled,
): (of: Of, audienceId: string, count: number, age: number) => string {
  const item = into(
    db,
    'action_items',
    'id, audience_id, postmortem_id, position, statement, kind, severity, owner_id, owner_squad_id, ticket, state, ' +
      'clock_from, due_at, due_order, created_at, created_by',
  );
  const step = into(db, 'action_item_steps', 'id, action_item_id, step, at, by_id');

  return ({ id, author, at }, audienceId, count, age) => {
    let text = '';
    for (let position = 1; position <= count; position += 1) {
      const severity = (1 + chance.below(5)) as 1 | 2 | 3 | 4 | 5;
      const allowed = target[severity];
      const clockFrom = at + chance.below(5 * DAY);
      const due = allowed === null ? null : clockFrom + allowed;
      const itemId = chance.id();
      const statement = phrase(chance, 8 + chance.below(6));
      const owned = chance.below(4);
      item(
        itemId,
        audienceId,
        id,
        position,
        statement,
        chance.pick(kinds),
        severity,
        owned < 2 ? chance.pick(people) : null,
        owned === 2 ? chance.pick(squads) : null,
        chance.below(3) === 0 ? `SEC-${chance.below(9000)}` : null,
        stateAt(chance, age),
        clockFrom,
        due,
        due ?? FAR_FUTURE,
        at,
        author,
      );
      step(chance.id(), itemId, 'opened', at, author);
      text += `${statement}\n\n`;
    }
    return text;
  };
}

/** What is old is nearly all finished; half of what is new is open. */
function stateAt(chance: Chance, age: number): string {
  const finished = age < 0.85 ? 0.97 : 0.2;
  if (chance.next() < finished) return chance.below(6) === 0 ? 'dropped' : 'verified';
  return chance.pick(['open', 'open', 'open', 'done', 'imported']);
}
