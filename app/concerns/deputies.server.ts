/** Who is away, and who stands in for them. */
import { and, asc, eq, gt, isNull, lt, ne, or } from 'drizzle-orm';

import { tell } from '#app/notices/notices.server.ts';
import { paths } from '#app/paths.ts';
import { day } from '#app/ui/time.ts';
import { aliasOf } from '#db/columns.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import { people } from '#db/schema/accounts.ts';
import { deputies } from '#db/schema/concerns.ts';

import { moveConcernsOf } from './moving.server.ts';

const deputy = aliasOf(people, 'deputy');
const stands = isNull(deputies.withdrawnAt);

/** When a person is or will be away, and when they stand in for whom, soonest first. */
export const arrangementsOf = (personId: string, now: number) =>
  db.read
    .select({
      id: deputies.id,
      personId: deputies.personId,
      person: people.name,
      deputy: deputy.name,
      from: deputies.fromAt,
      until: deputies.untilAt,
    })
    .from(deputies)
    .innerJoin(people, eq(people.id, deputies.personId))
    .leftJoin(deputy, eq(deputy.id, deputies.deputyId))
    .where(
      and(
        or(eq(deputies.personId, personId), eq(deputies.deputyId, personId)),
        gt(deputies.untilAt, now),
        stands,
      ),
    )
    .orderBy(asc(deputies.fromAt), asc(deputies.id));

type Span = { from: number; until: number };

async function overlaps(personId: string, { from, until }: Span, exceptId = ''): Promise<boolean> {
  const [other] = await db.read
    .select({ id: deputies.id })
    .from(deputies)
    .where(
      and(
        eq(deputies.personId, personId),
        lt(deputies.fromAt, until),
        gt(deputies.untilAt, from),
        ne(deputies.id, exceptId),
        stands,
      ),
    );
  return other !== undefined;
}

type By = { id: string; name: string };

/** Says that somebody is away, and who stands in; the deputy is told. Refuses what overlaps another absence of theirs. */
export async function arrangeAbsence(
  by: By,
  { from, until, deputyId, zone }: Span & { deputyId: string | null; zone: string },
  now: number,
): Promise<{ arranged: string } | { refused: 'overlaps' }> {
  return db.write(async (tx) => {
    if (await overlaps(by.id, { from, until })) return { refused: 'overlaps' };
    const id = newId();
    const row = { id, personId: by.id, deputyId, fromAt: from, untilAt: until };
    await tx.insert(deputies).values({ ...row, madeAt: now });
    const days = inDays({ from, until }, zone);
    await tellDeputy(tx, row, `${by.name} is away ${days} and named you to stand in.`, now);
    await moveConcernsOf(by.id, now);
    return { arranged: id };
  });
}

/** Calls an absence off, or lets it stand again (`back`). Null when this person has no such absence. */
export async function callOff(
  by: By,
  id: string,
  { back, zone }: { back: boolean; zone: string },
  now: number,
): Promise<{ changed: boolean } | { refused: 'overlaps' } | null> {
  return db.write(async (tx) => {
    const [row] = await tx
      .select()
      .from(deputies)
      .where(and(eq(deputies.id, id), eq(deputies.personId, by.id)));
    if (!row) return null;
    if ((row.withdrawnAt === null) === back) return { changed: false };
    const span = { from: row.fromAt, until: row.untilAt };
    if (back && (await overlaps(by.id, span, id))) return { refused: 'overlaps' };
    await tx
      .update(deputies)
      .set({ withdrawnAt: back ? null : now })
      .where(eq(deputies.id, id));
    const days = inDays(span, zone);
    const text = back
      ? `${by.name} is away ${days} after all: you stand in.`
      : `${by.name} is not away ${days} after all: you need not stand in.`;
    await tellDeputy(tx, row, text, now);
    await moveConcernsOf(by.id, now);
    return { changed: true };
  });
}

async function tellDeputy(
  tx: Tx,
  { deputyId }: { deputyId: string | null },
  text: string,
  now: number,
): Promise<void> {
  if (deputyId === null) return;
  await tell(tx, { personId: deputyId, kind: 'concern', text, path: paths.ownDeputy(), now });
}

/** "from 3 Aug 2026 to 14 Aug 2026", or "on 3 Aug 2026". */
function inDays({ from, until }: Span, zone: string): string {
  const [first, last] = [day(from, zone), day(until - 1, zone)];
  return first === last ? `on ${first}` : `from ${first} to ${last}`;
}
