import { beforeAll, describe, expect, it } from 'vitest';

import { countMine, listActionItems, mine } from '#app/action-items/list.server.ts';
import { visibleActionItem } from '#app/action-items/action-items.server.ts';
import { tell, unreadCount } from '#app/notices/notices.server.ts';
import { changeReach, release } from '#app/postmortems/involvement.server.ts';
import { browse, find, newest, underWay } from '#app/postmortems/library.server.ts';
import { type Reach, reaches, type State } from '#app/postmortems/postmortem.ts';
import { visiblePostmortem } from '#app/postmortems/postmortems.server.ts';
import { removeMember } from '#app/squads/members.server.ts';
import { db } from '#db/database.server.ts';
import { now } from '#test/support/clock.ts';
import { somebody, squadOf, type TestPerson } from '#test/support/people.ts';

import { addItem, bringTo, complete, draft, give, readableBy, told } from './known.ts';

const named = ['Author', 'Participant', 'Reviewer', 'Reader'];
const everybody = [...named, 'Member', 'Former', 'Stranger', 'Organiser', 'Administrator'];
let people: Record<string, TestPerson>;
let squad: { id: string };

beforeAll(async () => {
  const persons = [];
  for (const name of everybody) {
    if (name === 'Organiser') persons.push(await somebody(name, 'organiser'));
    else if (name === 'Administrator') persons.push(await somebody(name, 'administrator'));
    else persons.push(await somebody(name));
  }
  people = Object.fromEntries(persons.map((person) => [person.name, person]));
  squad = await squadOf('Payments', people.Member!, people.Former!);
  await removeMember(people.Former!, squad.id, people.Former!.id, now);
});

/** A complete postmortem in a state, everybody with their part, an action item for each person, a notice for each. */
async function postmortemIn(state: State, reach: Reach, word: string) {
  const author = people.Author!;
  const postmortem = await draft(author, { title: `The ${word} broke`, reach: 'private' });
  await give('participant', people.Participant!, postmortem, author);
  await give('reviewer', people.Reviewer!, postmortem, author);
  await give('reader', people.Reader!, postmortem, author);
  const items: Record<string, string> = {};
  for (const person of Object.values(people)) {
    items[person.name] = await addItem(postmortem, author, {
      statement: `Mend the ${word}`,
      owner: { personId: person.id },
    });
    const text = `About the ${word}`;
    await db.write((tx) => tell(tx, { personId: person.id, text, audienceId: postmortem.audienceId, now }));
  }
  await complete(postmortem, author, `Because of the ${word}.`);
  if (reach === 'squads') await readableBy([squad], postmortem, author);
  else await changeReach(postmortem.id, { reach, squadIds: [] }, { byId: author.id, now });
  await bringTo(state, postmortem, author);
  return { postmortem, items };
}

const unfiltered = { state: 'all', kind: '', severity: '' } as const;

/** Every way to come across it, and whether this person does. */
async function waysIn(
  person: TestPerson,
  word: string,
  { postmortem, items }: Awaited<ReturnType<typeof postmortemIn>>,
) {
  const { id } = postmortem;
  const found = (await find(person, { ...unfiltered, q: word })).found;
  // their own: all of everybody's would not stand on one page
  const all = { state: 'all', owner: 'me', who: '', severity: '' } as const;
  const own = await mine(person, 100);
  return {
    opened: (await visiblePostmortem(person, id)) !== null,
    browsed: (await browse(person, { ...unfiltered, q: '' }, null)).found.some((one) => one.id === id),
    found: found.some((one) => one.id === id),
    snippet: found.some((one) => one.snippet?.includes(word)),
    onStartPage: [...(await underWay(person, 100)), ...(await newest(person, 100))].some(
      (one) => one.id === id,
    ),
    item: (await visibleActionItem(person, items[person.name]!)) !== null,
    items: (await listActionItems(person, all, null)).items.some((item) => item.postmortemId === id),
    ownItems: own.some((item) => item.id === items[person.name]),
    counted: (await countMine(person)) === own.length && own.some((item) => item.id === items[person.name]),
    noticed: (await told(person)).includes(`About the ${word}`),
    noticesCounted: (await unreadCount(person.id)) === (await told(person)).length,
  };
}

/** Who sees a postmortem; throws when one way in disagrees with another. */
async function whoSees(word: string, which: Awaited<ReturnType<typeof postmortemIn>>): Promise<string[]> {
  const seeing: string[] = [];
  for (const person of Object.values(people)) {
    const { noticesCounted, ...ways } = await waysIn(person, word, which);
    expect(noticesCounted).toBe(true);
    const sees = ways.opened;
    expect({ [person.name]: ways }).toEqual({
      [person.name]: Object.fromEntries(Object.keys(ways).map((way) => [way, sees])),
    });
    if (sees) seeing.push(person.name);
  }
  return seeing;
}

const words: Record<State, string> = { draft: 'anchor', 'in-review': 'beacon', published: 'cable' };
const readers: Record<Reach, string[]> = {
  everyone: everybody,
  squads: [...named, 'Member'],
  people: named,
  private: named,
};

describe.each(Object.keys(words) as State[])('%s', (state) => {
  it.each(reaches)('for %s: seen by the same people wherever they come across it', async (reach) => {
    const word = words[state] + reach;
    const which = await postmortemIn(state, reach, word);
    const early = state === 'draft' ? ['Author', 'Participant'] : ['Author', 'Participant', 'Reviewer'];
    const expected = reach === 'private' ? named : state === 'published' ? readers[reach] : early;
    expect(await whoSees(word, which)).toEqual(expected);
  });
});

it('a change of reach, of state, of people, of squads counts everywhere at once', async () => {
  const author = people.Author!;
  const by = { byId: author.id, now };
  const which = await postmortemIn('published', 'everyone', 'drum');
  const { postmortem } = which;
  expect(await whoSees('drum', which)).toEqual(everybody);
  await changeReach(postmortem.id, { reach: 'private', squadIds: [] }, by);
  expect(await whoSees('drum', which)).toEqual(named);
  await give('reader', people.Stranger!, postmortem, author);
  expect(await whoSees('drum', which)).toEqual([...named, 'Stranger']);
  await release(postmortem.id, people.Stranger!.id, by);
  await release(postmortem.id, people.Reader!.id, by);
  expect(await whoSees('drum', which)).toEqual(['Author', 'Participant', 'Reviewer']);
  await readableBy([squad], postmortem, author);
  expect(await whoSees('drum', which)).toEqual(['Author', 'Participant', 'Reviewer', 'Member']);
  await removeMember(people.Member!, squad.id, people.Member!.id, now);
  expect(await whoSees('drum', which)).toEqual(['Author', 'Participant', 'Reviewer']);
});
