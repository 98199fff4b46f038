import { and, count, eq } from 'drizzle-orm';

import { db } from '#db/database.server.ts';
import { helpfulness } from '#db/schema/answers.ts';

import { type Helped, shownHelp } from './helpfulness.ts';

/** Notes whether an article that was looked up through the viewer helped this person; they may think again. */
export async function sayWhether(
  by: { id: string },
  articleId: string,
  helped: Helped,
  now: number,
): Promise<void> {
  await db.write((tx) =>
    tx
      .insert(helpfulness)
      .values({ articleId, personId: by.id, helped, at: now })
      .onConflictDoUpdate({
        target: [helpfulness.articleId, helpfulness.personId],
        set: { helped, at: now },
      }),
  );
}

/** What this person said of an article, and how many said what, as far as they may know. */
export async function helpOf(viewer: { id: string }, article: { id: string; changeable: boolean }) {
  const [mine] = await db.read
    .select({ helped: helpfulness.helped })
    .from(helpfulness)
    .where(and(eq(helpfulness.articleId, article.id), eq(helpfulness.personId, viewer.id)));
  const rows = await db.read
    .select({ helped: helpfulness.helped, count: count() })
    .from(helpfulness)
    .where(eq(helpfulness.articleId, article.id))
    .groupBy(helpfulness.helped);
  const said = (what: Helped) => rows.find(({ helped }) => helped === what)?.count ?? 0;
  return {
    mine: mine?.helped ?? null,
    ...shownHelp({ yes: said('yes'), no: said('no') }, article.changeable),
  };
}
