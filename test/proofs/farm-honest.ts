/**
 * An active champion's year at an ordinary pace, through the same doors: what farming is held against. What it is made of
 * is said in docs/decisions/0045-a-farm-that-does-not-pay.md.
 */
import { and, desc, eq } from 'drizzle-orm';

import { beltRules } from '#app/belts/rules.server.ts';
import { paths } from '#app/paths.ts';
import { db } from '#db/database.server.ts';
import { agendaItems } from '#db/schema/meetings.ts';
import { nominations } from '#db/schema/recognition.ts';
import { squadOf } from '#test/support/people.ts';

import { type Farmer, farmer } from './farm-house.ts';
import * as doors from './farm-tricks.ts';

const WORDS = 'We scanned payouts, and one of two results was real.';
const [white, green] = beltRules().belts;
const lessons = white!.requirements.flatMap((asked) => (asked.kind === 'module' ? [asked.module] : []));
const shown = green!.requirements;

type Guild = { meetingId: string; organisers: Farmer[] };
export type Honest = { champion: Farmer; eva: Farmer; mates: Farmer[]; others: Farmer[]; squadId: string };

/** The champion, whom they bring along, their squad, and colleagues elsewhere: fifteen who have something to thank for. */
export async function honestHouse(): Promise<Honest> {
  const champion = await farmer('Nadia Rahman');
  const eva = await farmer('Eva Koller');
  const mates: Farmer[] = [];
  for (const name of ['Ana Silva', 'Ben Roth', 'Cem Kaya', 'Dua Khan']) mates.push(await farmer(name));
  const others: Farmer[] = [];
  for (let nth = 1; nth <= 11; nth += 1) others.push(await farmer(`Colleague ${nth}`));
  const { id: squadId } = await squadOf('Checkout', champion, eva, ...mates);
  return { champion, eva, mates, others, squadId };
}

/** What happens in a month (0 to 11) outside of the guild. */
export async function honestMonth(house: Honest, month: number, day: string, guild: Guild): Promise<void> {
  const { champion, eva, mates, others } = house;
  const [ana, ben, cem, dua] = mates as [Farmer, Farmer, Farmer, Farmer];
  if (month === 0) {
    for (const lesson of lessons) await doors.passQuiz(champion, lesson);
    await doors.enrol(house, champion, dua);
    const id = await doors.enrol(house, eva, dua);
    await eva.submit(paths.enrolmentBuddy(id), { buddy: champion.id });
  }
  if (month === 2) await showWork(champion, [ana, ben], guild.organisers);
  if (month === 3) await doors.session(champion, [ana, ben], day);
  if (month === 3) for (const lesson of lessons) await doors.passQuiz(eva, lesson);
  if (month === 6) await doors.inventNearMiss(champion, champion, 1000);
  if (month === 8) await isAwarded(champion, ana, guild.organisers);
  if (month === 9) await doors.session(champion, [cem, dua], day);
  if (month === 10) await showWork(eva, [ana, ben], guild.organisers);
  if (month % 3 === 1) await mends(champion, others[month]!, month);
  const grateful = [...mates, ...others];
  for (const one of grateful.filter((_, nth) => nth % 12 === month)) await doors.thank(one, champion);
  await doors.showAll(champion);
}

/** Each thing the green belt asks for, before colleagues who were there, and looked at by two assessors. */
async function showWork(by: Farmer, there: Farmer[], assessors: Farmer[]): Promise<void> {
  for (const { id: requirement } of shown) {
    const id = doors.idAt((await by.submit(paths.newEvidence(), { requirement, kind: 'evidence' })).to);
    const written = { text: WORDS, links: 'https://git.northwind.example/payouts/4' };
    await by.fillIn(paths.editEvidence(id), 'text', written);
    for (const { email } of there) await by.submit(paths.evidenceColleagues(id), { person: email });
    await by.submit(paths.evidenceSubmission(id));
    await doors.confirmAll(there);
    for (const assessor of assessors) await assessor.fillIn(paths.evidenceApproval(id), 'note', { note: '' });
  }
}

/** A colleague puts them forward, and two who decide agree. */
async function isAwarded(champion: Farmer, by: Farmer, deciders: Farmer[]): Promise<void> {
  const put = { person: champion.email, award: 'facilitator', reason: WORDS };
  await by.fillIn(paths.newNomination(), 'reason', put);
  const [found] = await db.read.select().from(nominations).where(eq(nominations.personId, champion.id));
  for (const decider of deciders)
    await decider.fillIn(paths.nomination(found!.id), 'vote', { vote: 'yes', note: '' });
}

/** Mends what a colleague's near miss showed; the colleague confirms that it holds. */
async function mends(champion: Farmer, colleague: Farmer, month: number): Promise<void> {
  const { items } = await doors.inventNearMiss(colleague, champion, 2000 + month);
  await champion.submit(paths.actionItemCompletion(items[0]!), { note: WORDS });
  await colleague.submit(paths.actionItemVerification(items[0]!), { note: WORDS });
}

/** Proposes a part of the next guild meeting, which an organiser places. Returns what ends with it: it was had. */
export async function honestTalk({ champion }: Honest, { meetingId, organisers }: Guild) {
  const [organiser] = organisers;
  const talk = { title: 'What our scanner found', minutes: '15', presenter: champion.email };
  await champion.fillIn(paths.newAgendaItem(meetingId), 'title', talk);
  const [item] = await db.read
    .select({ id: agendaItems.id })
    .from(agendaItems)
    .where(and(eq(agendaItems.presenterId, champion.id), eq(agendaItems.title, talk.title)))
    .orderBy(desc(agendaItems.proposedAt))
    .limit(1);
  await organiser!.submit(paths.agendaItemPlace(item!.id), { meeting: meetingId });
  return async () => {
    await organiser!.submit(paths.itemOutcome(meetingId, item!.id), { as: 'done' });
    await organiser!.submit(paths.attendee(meetingId, champion.id), { present: 'yes' });
  };
}
