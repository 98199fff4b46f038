import type { Part } from './enrolment.ts';

/**
 * What somebody is to an enrolment; null: it is not theirs to see. Who applied is the person and nothing else, whatever
 * else they are: nobody agrees their own hours.
 */
export function partOf(
  enrolment: { personId: string; buddyId: string | null; managerIds: readonly string[] },
  viewer: { id: string; isOrganiser: boolean },
): Part | null {
  if (viewer.id === enrolment.personId) return 'person';
  if (enrolment.managerIds.includes(viewer.id)) return 'manager';
  if (viewer.isOrganiser) return 'organiser';
  if (viewer.id === enrolment.buddyId) return 'buddy';
  return null;
}

/** Whether hours and the words of applicant and manager are for them: a buddy goes without. */
export const seesHours = (part: Part): boolean => part !== 'buddy';
