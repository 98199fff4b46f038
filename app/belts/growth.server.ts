/** Somebody's growth is theirs to see, their managers', and organisers'. */
import { personById } from '#app/accounts/people.server.ts';
import { may } from '#app/accounts/permissions.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { managersOfPerson } from '#app/squads/managers.server.ts';

export type GrowthPart = 'person' | 'manager' | 'organiser';

/** Whose growth it is and what the viewer is to them; null when it isn't theirs to see, or there is nobody of this id. */
export async function visibleGrowth(
  viewer: Viewer,
  personId: string,
): Promise<{ person: { id: string; name: string; isHere: boolean }; part: GrowthPart } | null> {
  const found = await personById(personId);
  if (!found) return null;
  const person = { id: found.id, name: found.name, isHere: found.deactivatedAt === null };
  if (person.id === viewer.id) return { person, part: 'person' };
  if (may(viewer, 'arrange-belts')) return { person, part: 'organiser' };
  const managers = await managersOfPerson(personId);
  return managers.some(({ id }) => id === viewer.id) ? { person, part: 'manager' } : null;
}
