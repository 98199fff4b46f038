/** One story of the demo's year, from the first draft to the last fix that was verified. */
import { itemsOf } from '#app/action-items/action-items.server.ts';
import { takeStep as moveItem } from '#app/action-items/steps.server.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { changeReach, involve } from '#app/postmortems/involvement.server.ts';
import type { Part, Step } from '#app/postmortems/postmortem.ts';
import { visiblePostmortem } from '#app/postmortems/postmortems.server.ts';
import { takeStep } from '#app/postmortems/publication.server.ts';

import type { Told } from './content.server.ts';
import { importDocument, startDraft, writeDocument } from './draft.server.ts';
import type { Founded } from './found.server.ts';

const MINUTE = 60_000;

/** Lets a story happen, by the same commands that people's clicks call. What a rule refuses is thrown. */
export async function tellStory(told: Told, company: Founded): Promise<void> {
  const { story, reading } = told;
  const author = company.person(story.author);
  let time = company.at(story.begun);
  const clock = () => (time += 3 * MINUTE);

  const id = story.template ? await startDraft(told, author, time) : await importDocument(told, author, time);
  const place = (await visiblePostmortem(author, id))!;
  const given = Object.entries(story.people).map(([name, part]) => ({ person: company.person(name), part }));
  for (const { person, part } of given.filter(({ part: early }) => early === 'participant'))
    await involve(place, { id: person.id, part }, author, clock());
  if (story.template) {
    const writers = [
      author,
      ...given.filter(({ part }) => part === 'participant').map(({ person }) => person),
    ];
    await writeDocument(place, reading.document, writers, clock);
  }
  for (const { person, part } of given.filter(({ part: late }) => late !== 'participant'))
    await involve(place, { id: person.id, part }, author, clock());
  if (story.reach === 'squads') {
    const squadIds = story.squads.map((name) => company.squad(name));
    await changeReach(id, { reach: 'squads', squadIds }, { byId: author.id, now: clock() });
  }
  const partOf = (name: string): Part | null =>
    name === story.author ? 'author' : (story.people[name] ?? null);
  const step = async (taken: Step, name: string, at: string) => {
    const by: Viewer = company.person(name);
    if (company.at(at) < time) throw new Error(`${story.document}: ${taken} at ${at}, before it was written`);
    const outcome = await takeStep(id, taken, { ...by, part: partOf(name) }, company.at(at));
    if ('refused' in outcome) throw new Error(`${story.document}: ${taken} was refused: ${outcome.refused}`);
  };
  if (story.review) await step('sent-to-review', story.author, story.review);
  if (story.published) await step('published', story.published.by, story.published.at);
  await moveItems(told, id, company);
}

async function moveItems({ story }: Told, postmortemId: string, company: Founded): Promise<void> {
  const items = await itemsOf(postmortemId);
  for (const [position, steps] of story.items.entries()) {
    for (const { step, at, by, note } of steps) {
      const { item } = items[position] ?? {};
      const moved = item
        ? await moveItem(item.id, step, { byId: company.person(by).id, note, now: company.at(at) })
        : { refused: 'there is no such item' };
      if ('refused' in moved)
        throw new Error(`${story.document}, item ${position + 1}: ${step}: ${moved.refused}`);
    }
  }
}
