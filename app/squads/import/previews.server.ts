import { and, eq, lt, or } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { csvPreviews } from '#db/schema/squads.ts';

import type { Decoded } from './decode.ts';
import { type ImportKind, planOf, tableOf } from './importing.server.ts';
import { metBy } from './plan.ts';

const A_DAY = 86_400_000;

/**
 * Keeps a file that somebody is about to look at, with what its rows meet now. It takes the place of what they looked
 * at before; what is older than a day goes too. Refuses what is no table of this kind, in words.
 */
export async function keepPreview(
  kind: ImportKind,
  file: Decoded & { fileName: string },
  by: { id: string },
  now: number,
): Promise<{ id: string } | { refused: string }> {
  const table = tableOf(kind, file.text);
  if ('refused' in table) return table;
  if (table.rows.length + table.faults.length === 0)
    return { refused: 'There is only a first line in that file.' };
  const met = metBy(await planOf(kind, table));
  const id = newId();
  await db.write(async (tx) => {
    await tx
      .delete(csvPreviews)
      .where(
        or(
          lt(csvPreviews.madeAt, now - A_DAY),
          and(eq(csvPreviews.madeBy, by.id), eq(csvPreviews.kind, kind)),
        ),
      );
    await tx.insert(csvPreviews).values({ id, kind, ...file, madeAt: now, madeBy: by.id, met });
  });
  return { id };
}

/** A file that this person is looking at; null when they have none of this id, or no more. */
export async function previewOf(kind: ImportKind, id: string, viewer: { id: string }) {
  const [kept] = await db.read
    .select()
    .from(csvPreviews)
    .where(and(eq(csvPreviews.id, id), eq(csvPreviews.kind, kind), eq(csvPreviews.madeBy, viewer.id)));
  return kept ?? null;
}

/** Throws a preview away. */
export const forgetPreview = (id: string) =>
  db.write((tx) => tx.delete(csvPreviews).where(eq(csvPreviews.id, id)));
