import { eq } from 'drizzle-orm';

import { namesOf } from '#app/accounts/people.server.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { db } from '#db/database.server.ts';
import { activities } from '#db/schema/belts.ts';

import { activityState, confirmationsNeeded } from './activity.ts';
import { attestationsOf } from './attestations.server.ts';
import { visibleGrowth } from './growth.server.ts';
import { beltRules } from './rules.server.ts';

/** A session through somebody's eyes; null for all but whoever led it, their managers, organisers, and who was asked. */
export async function visibleActivity(viewer: Viewer, id: string) {
  const [activity] = await db.read.select().from(activities).where(eq(activities.id, id));
  if (!activity) return null;
  const asked = await attestationsOf('activity', id);
  const growth = await visibleGrowth(viewer, activity.personId);
  if (!growth && !asked.some(({ person }) => person.id === viewer.id)) return null;
  const { feature, day, outcome, personId } = activity;
  return {
    id,
    feature,
    day,
    outcome,
    state: activityState(activity),
    isOwn: personId === viewer.id,
    person: (await namesOf([personId])).get(personId) ?? '',
    participants: asked.map(({ person, answer }) => ({ id: person.id, name: person.name, answer })),
    needed: confirmationsNeeded(beltRules()),
  };
}
