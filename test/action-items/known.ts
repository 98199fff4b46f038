/** Action items for tests, each of a postmortem that everybody sees. */
import type { Step } from '#app/action-items/action-item.ts';
import { stepsOf, visibleActionItem } from '#app/action-items/action-items.server.ts';
import { takeStep } from '#app/action-items/steps.server.ts';
import { changeReach } from '#app/postmortems/involvement.server.ts';
import { now } from '#test/support/clock.ts';
import type { TestPerson } from '#test/support/people.ts';

import { complete, draft, later, step } from '../postmortems/known.ts';

export { addItem, blank } from '../postmortems/known.ts';

/** A published postmortem of somebody's. */
export async function published(author: TestPerson) {
  const postmortem = await draft(author);
  await complete(postmortem, author);
  await step(postmortem, 'published', author);
  await changeReach(postmortem.id, { reach: 'everyone', squadIds: [] }, { byId: author.id, now });
  return postmortem;
}

export const take = (id: string, what: Step, by: TestPerson, note = '', at = later()) =>
  takeStep(id, what, { byId: by.id, note, now: at });

export async function itemSeen(by: TestPerson, id: string) {
  const found = await visibleActionItem(by, id);
  if (!found) throw new Error(`${by.name} does not see it.`);
  return found.item;
}

/** What happened to an item, oldest first: "completed by Amara". */
export const history = async (id: string) =>
  (await stepsOf(id)).map((one) => `${one.step} by ${one.by}`).reverse();
