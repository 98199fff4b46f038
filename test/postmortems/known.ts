/** Postmortems for tests of what is remembered, and what those ask about them. */
import { addActionItem, type Draft } from '#app/action-items/action-items.server.ts';
import { noticesOf } from '#app/notices/notices.server.ts';
import { draftFrom } from '#app/postmortems/drafting.server.ts';
import { changeReach, involve } from '#app/postmortems/involvement.server.ts';
import type { Part, Reach, State, Step } from '#app/postmortems/postmortem.ts';
import { stepsOf, visiblePostmortem } from '#app/postmortems/postmortems.server.ts';
import { takeStep } from '#app/postmortems/publication.server.ts';
import { saveSection } from '#app/postmortems/sections.server.ts';
import { templateNamed } from '#app/postmortems/template.server.ts';
import { writeEntry } from '#app/postmortems/timeline.server.ts';
import { db } from '#db/database.server.ts';
import { now } from '#test/support/clock.ts';

type Person = { id: string; name: string };

export const template = templateNamed('postmortem')!;

/** A draft of somebody's, as its author sees it. */
export async function draft(
  author: Person,
  facts: { title?: string; reach?: Reach; timezone?: string | null; at?: number } = {},
) {
  const { title = 'Checkout was slow', reach = 'everyone', timezone = 'UTC', at = now } = facts;
  const id = await draftFrom(template, { title, severity: 2, timezone, reach }, { byId: author.id, now: at });
  return seen(author, id);
}

/** A postmortem through somebody's eyes, who must see it. */
export async function seen(person: Person, id: string) {
  const postmortem = await visiblePostmortem(person, id);
  if (!postmortem) throw new Error(`${person.name} does not see it.`);
  return postmortem;
}

type Postmortem = Awaited<ReturnType<typeof draft>>;

export const give = (part: Exclude<Part, 'author'>, person: Person, to: Postmortem, by: Person, at = now) =>
  involve(to, { id: person.id, part }, by, at);

export const saying = (text: string, at: string | null = '2026-03-04T09:30') => ({
  at,
  written: '',
  zone: null,
  text,
});

/** Writes what a postmortem needs before it can be published. */
export async function complete({ id }: { id: string }, by: Person, words = 'A check was missing.') {
  await writeEntry(id, saying('The alarm rang.'), 'UTC', { byId: by.id, now });
  await saveSection(id, 'root-cause', { version: 1, markdown: words }, { byId: by.id, now });
}

let ticks = 0;
/** Each time a little later, as the clock goes. */
export const later = () => now + ++ticks;

/** Takes a step as its author, or with another part. */
export const step = (
  which: { id: string },
  what: Step,
  by: Person,
  part: Part | null = 'author',
  at = later(),
) => takeStep(which.id, what, { id: by.id, name: by.name, part }, at);

/** Brings a complete draft to a state. */
export async function bringTo(state: State, postmortem: Postmortem, by: Person) {
  if (state === 'in-review') await step(postmortem, 'sent-to-review', by);
  if (state === 'published') await step(postmortem, 'published', by);
}

export const readableBy = (squads: { id: string }[], { id }: { id: string }, by: Person) =>
  changeReach(id, { reach: 'squads', squadIds: squads.map((squad) => squad.id) }, { byId: by.id, now });

export const blank: Draft = {
  statement: 'Alert on queue depth',
  kind: null,
  severity: null,
  owner: null,
  dueOn: null,
  ticket: null,
  sprint: null,
};

/** An action item of a postmortem. Returns its id. */
export const addItem = (
  { id, audienceId }: { id: string; audienceId: string },
  by: Person,
  change: Partial<Draft> = {},
  how: { now?: number; as?: 'opened' | 'imported'; done?: boolean } = {},
) =>
  db.write((tx) =>
    addActionItem(
      tx,
      { postmortemId: id, audienceId },
      { ...blank, ...change },
      { byId: by.id, now, ...how },
    ),
  );

/** What happened to a postmortem itself: "published by Amara". */
export const history = async ({ id }: { id: string }) =>
  (await stepsOf(id)).filter(({ about }) => about === null).map((one) => `${one.step} by ${one.by}`);

/** Who was given a part in it, and let go: "Jonas released as participant by Amara". */
export const comings = async ({ id }: { id: string }) =>
  (await stepsOf(id))
    .filter(({ about }) => about !== null)
    .map(({ about, step: what, part, by }) => `${about} ${what} as ${part} by ${by}`);

/** What a person was told and may still see. */
export const told = async (person: { id: string }) =>
  (await noticesOf(person, null)).notices.map(({ text }) => text);
