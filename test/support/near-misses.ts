/** Near misses that were written, and published to somebody. */
import { takeStep } from '#app/postmortems/publication.server.ts';
import type { Kind, Reach } from '#app/postmortems/postmortem.ts';

import { now } from './clock.ts';
import type { TestPerson } from './people.ts';
import { documentAbout, draftBy } from './postmortems.ts';

export async function publishedNearMiss(author: TestPerson, reach: Reach, kind: Kind = 'near-miss') {
  const draft = await draftBy(author, { ...documentAbout('Zebra'), kind }, { reach });
  const by = { ...author, part: 'author' as const };
  const taken = await takeStep(draft.id, 'published', by, now, true);
  if ('refused' in taken) throw new Error(taken.refused);
  return draft;
}
