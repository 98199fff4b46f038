import { and, asc, count, desc, eq, gt, isNull, lt, ne, or, type SQL } from 'drizzle-orm';

import { type Cursor, writeCursor } from '#app/http/cursor.ts';
import { db } from '#db/database.server.ts';
import { people } from '#db/schema/accounts.ts';
import { questions } from '#db/schema/office-hours.ts';

import { isHost } from './host.server.ts';
import { dayOfNumber, numberOf } from './question-day.ts';
import type { Pile } from './question-list.ts';
import { type Asker, seenBy } from './visible-question.server.ts';

const PAGE = 30;

const inPile: Record<Pile, (viewer: Asker) => SQL> = {
  open: () => eq(questions.state, 'open'),
  answered: () => ne(questions.state, 'open'),
  mine: (viewer) => eq(questions.personId, viewer.id),
};

/**
 * One pile of the questions somebody may see, from after a place on: what waits, longest first; all else newest first.
 * Within a day their order is one of chance, since of some no more is known than the day.
 */
export async function questionsPage(viewer: Asker, pile: Pile, after: Cursor | null) {
  const hosts = await isHost(viewer);
  const [order, further] = pile === 'open' ? [asc, gt] : [desc, lt];
  const day = after && dayOfNumber(after.order);
  const beyond =
    after && or(further(questions.day, day!), and(eq(questions.day, day!), further(questions.id, after.id)));
  const rows = await db.read
    .select({
      id: questions.id,
      title: questions.title,
      day: questions.day,
      state: questions.state,
      by: people.name,
    })
    .from(questions)
    .leftJoin(people, eq(people.id, questions.personId))
    .where(and(seenBy({ hosts }), inPile[pile](viewer), beyond ?? undefined))
    .orderBy(order(questions.day), order(questions.id))
    .limit(PAGE + 1);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    questions: page,
    next: rows.length > PAGE && last ? writeCursor({ order: numberOf(last.day), id: last.id }) : null,
  };
}

/** How many questions wait for an answer of this person; of their own, none. 0 for whoever does not host. */
export async function countOpenQuestions(viewer: Asker): Promise<number> {
  if (!(await isHost(viewer))) return 0;
  const [row] = await db.read
    .select({ open: count() })
    .from(questions)
    .where(
      and(eq(questions.state, 'open'), or(isNull(questions.personId), ne(questions.personId, viewer.id))),
    );
  return row?.open ?? 0;
}
