/** Somebody's growth: a belt they earned, and a session they wrote down. */
import Database from 'better-sqlite3';

import type { Somebody } from './northwind.ts';

/** Both straight into the file: how they come to be is for other tests. */
export function growthOf(author: Somebody, file: string): { promotionId: string; activityId: string } {
  const [promotionId, activityId] = ['promotionofmara01', 'activityofmara001'];
  const database = new Database(file, { timeout: 5000 });
  try {
    database
      .prepare(
        `insert into promotions (id, person_id, belt, earned_at, made_at) values (?, ?, 'white', 1, 1)`,
      )
      .run(promotionId, author.id);
    database
      .prepare(
        `insert into activities (id, kind, person_id, feature, day, outcome, created_at)
         values (?, 'threat-modelling', ?, 'Quetzalcoatlus', '2026-03-04', 'https://example.com/', 1)`,
      )
      .run(activityId, author.id);
  } finally {
    database.close();
  }
  return { promotionId, activityId };
}
