/** The guild of the demo: its series, the meetings that were held, and the next one. By the commands that clicks call. */
import { and, eq } from 'drizzle-orm';

import { ruleOf } from '#app/calendars/recurrence.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { writeMeetingAction } from '#app/meetings/actions.server.ts';
import { createSeries } from '#app/meetings/arranging.server.ts';
import { skipMeeting } from '#app/meetings/changing.server.ts';
import { decide } from '#app/meetings/decisions.server.ts';
import { mark } from '#app/meetings/marking.server.ts';
import { saveNote } from '#app/meetings/note-saving.server.ts';
import { place } from '#app/meetings/placing.server.ts';
import { propose } from '#app/meetings/proposing.server.ts';
import { reply } from '#app/meetings/replies.server.ts';
import { endMeeting, goTo, startMeeting, turnsOf } from '#app/meetings/running.server.ts';
import { sendMinutes } from '#app/meetings/sending.server.ts';
import { putOnAgenda } from '#app/meetings/sources.server.ts';
import { tendMeetings } from '#app/meetings/tending.server.ts';
import { setVote } from '#app/meetings/votes.server.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { agendaItems, meetings, meetingSeries } from '#db/schema/meetings.ts';
import { postmortems } from '#db/schema/postmortems.ts';

import type { Founded } from './found.server.ts';
import type { Guild } from './guild.ts';
import { went } from './went.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

type Item = Guild['held'][number]['agenda'][number];
type Held = Guild['held'][number];
/** titles of the year’s postmortems by their documents’ names */
type Titles = ReadonlyMap<string, string>;

/** All of it, from the first invitation to the proposals for the next meeting. */
export async function tellGuild(told: Guild, company: Founded, titles: Titles, zone: string): Promise<void> {
  const { by, host, at, firstDay, ...series } = told.series;
  const draft = {
    ...series,
    firstDay,
    rule: ruleOf('two-weekly', firstDay),
    timezone: zone,
    minutes: 60,
    hostId: company.person(host).id,
    inviteDays: 14,
  };
  const { id: seriesId } = went(
    await createSeries(company.person(by), draft, company.at(at)),
    'the series of the guild',
  );
  for (const skipped of told.skipped) {
    const { id } = await meetingOn(seriesId, skipped.day);
    went(
      await skipMeeting(id, 'Between the years', company.person(skipped.by), company.at(skipped.at)),
      skipped.day,
    );
  }
  for (const held of told.held) await hold(held, seriesId, company, titles);
  await tendMeetings(company.at(`${told.held.at(-1)!.day}T18:00`));
  await prepare(told, seriesId, company);
}

async function meetingOn(seriesId: string, day: string) {
  const rows = await db.read.select().from(meetings).where(eq(meetings.seriesId, seriesId));
  const meeting = rows.find(({ wall }) => wall.startsWith(day));
  if (!meeting) throw new Error(`content/demo/guild.json: the guild does not meet on ${day}.`);
  return meeting;
}

/** Puts an item on the agenda of a meeting. Returns its id. */
async function put(
  item: Item,
  seriesId: string,
  meetingId: string,
  company: Founded,
  titles: Titles,
  now: number,
) {
  const presenter = company.person(item.by);
  if (item.postmortem) {
    const source = await postmortemCalled(titles.get(item.postmortem) ?? item.postmortem);
    return went(await putOnAgenda(presenter, source, seriesId, now), item.postmortem).id;
  }
  const words = {
    kind: item.kind,
    title: item.title ?? '',
    about: '',
    link: null,
    minutes: item.minutes,
    presenterId: presenter.id,
  };
  return went(await propose(presenter, { id: newId(), seriesId, meetingId }, words, now), words.title).id;
}

async function postmortemCalled(title: string) {
  const [found] = await db.read.select().from(postmortems).where(eq(postmortems.title, title));
  if (!found) throw new Error(`content/demo/guild.json: no postmortem is called ${title}.`);
  return { room: 'postmortems' as const, id: found.id, title, audienceId: found.audienceId };
}

/** A meeting from its agenda to its minutes. */
async function hold(held: Held, seriesId: string, company: Founded, titles: Titles): Promise<void> {
  const { id, startsAt, hostId } = await meetingOn(seriesId, held.day);
  const host = [...company.people.values()].find((person) => person.id === hostId)!;
  await tendMeetings(startsAt - 13 * DAY);
  const items: string[] = [];
  for (const item of held.agenda)
    items.push(await put(item, seriesId, id, company, titles, startsAt - 5 * DAY));
  went(await startMeeting(id, host, startsAt + MINUTE), held.day);
  let time = startsAt + 2 * MINUTE;
  for (const [nth, item] of held.agenda.entries()) {
    if (item.open) continue;
    await goOn(id, items[nth]!, host, time);
    const writing = { itemId: items[nth]!, version: 0, text: item.notes };
    went(
      await saveNote({ viewer: company.person(item.by), meetingId: id }, writing, time + 5 * MINUTE),
      item.by,
    );
    time += (item.minutes - 1) * MINUTE;
  }
  for (const text of held.decisions) await decide(id, { itemId: null, text }, host, time);
  for (const action of held.actions) await act(action, id, seriesId, company, time);
  for (const name of held.present) {
    const seen = 'whatever';
    const present = {
      personId: company.person(name).id,
      present: true,
      how: 'code',
      note: '',
      seen,
    } as const;
    went(await mark(id, present, company.person(name), startsAt + 4 * MINUTE), `${name} on ${held.day}`);
  }
  went(await endMeeting(id, { from: await turnNow(id), done: true }, host, startsAt + 59 * MINUTE), held.day);
  went(await sendMinutes(id, null, host, startsAt + 3 * 60 * MINUTE), `the minutes of ${held.day}`);
}

const turnNow = async (meetingId: string) =>
  (await turnsOf(meetingId)).find(({ untilAt }) => untilAt === null)?.id ?? '';

async function goOn(meetingId: string, to: string, host: Viewer, now: number): Promise<void> {
  const from = await turnNow(meetingId);
  went(await goTo(meetingId, { from, to, done: true }, host, now), 'the next item');
}

async function act(
  told: Held['actions'][number],
  id: string,
  seriesId: string,
  company: Founded,
  now: number,
): Promise<void> {
  const [series] = await db.read.select().from(meetingSeries).where(eq(meetingSeries.id, seriesId));
  const { statement, kind, severity, owner, days } = told;
  const draft = {
    ...{ statement, kind, severity, ticket: null, sprint: null },
    owner: { personId: company.person(owner).id },
    dueOn: new Date(now + days * DAY).toISOString().slice(0, 10),
  };
  const [by] = company.people.values();
  await writeMeetingAction({ id, title: series!.name, audienceId: series!.audienceId }, draft, by!, now);
}

/** The next meeting: who comes, what is placed, and what people would like to have. */
async function prepare(told: Guild, seriesId: string, company: Founded): Promise<void> {
  const { id: meetingId, hostId } = await meetingOn(seriesId, told.next.day);
  const host = [...company.people.values()].find((person) => person.id === hostId)!;
  const now = company.at(told.proposals.at(-1)!.at);
  for (const answer of ['yes', 'maybe', 'no'] as const)
    for (const name of told.next.answers[answer])
      went(await reply(meetingId, company.person(name).id, answer, now), `${name}: ${answer}`);
  for (const item of told.next.placed) {
    const id = await put({ ...item, postmortem: undefined }, seriesId, meetingId, company, new Map(), now);
    await place(host, id, meetingId, { before: null }, now);
  }
  for (const { votes, by, at, ...words } of told.proposals) {
    const person = company.person(by);
    const proposed = { ...words, link: null, presenterId: person.id };
    const where = { id: newId(), seriesId, meetingId: null };
    const { id } = went(await propose(person, where, proposed, company.at(at)), words.title);
    const [item] = await db.read
      .select()
      .from(agendaItems)
      .where(and(eq(agendaItems.id, id), eq(agendaItems.state, 'open')));
    for (const name of votes) await setVote(company.person(name), item!.lineageId, true, company.at(at));
  }
}
