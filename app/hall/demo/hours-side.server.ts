/** Office hours of the demo, who booked a time, and what people asked. By the commands that clicks call. */
import { randomBytes } from 'node:crypto';

import { desc, eq } from 'drizzle-orm';

import { writeArticleOf } from '#app/answers/article-writing.server.ts';
import { ruleOf } from '#app/calendars/recurrence.ts';
import { ask } from '#app/office-hours/asking.server.ts';
import { book } from '#app/office-hours/booking.server.ts';
import { freeSlots } from '#app/office-hours/free.server.ts';
import { makeHours } from '#app/office-hours/hours.server.ts';
import { putQuestion } from '#app/office-hours/letter-box.server.ts';
import { reply } from '#app/office-hours/replying.server.ts';
import { makeSittings } from '#app/office-hours/sittings.server.ts';
import { takeLettersOut } from '#app/office-hours/taking-out.server.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { questions } from '#db/schema/office-hours.ts';

import type { Founded } from './found.server.ts';
import type { Guild } from './guild.ts';
import { went } from './went.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** All of it, in the order of time; what is booked is still to come, whenever the demo is made. */
export async function tellOfficeHours(
  told: Guild,
  company: Founded,
  zone: string,
  now: number,
): Promise<void> {
  for (const { host, at, rhythm, ...hours } of told.hours) {
    const draft = { ...hours, id: newId(), rule: ruleOf(rhythm, hours.firstDay), timezone: zone };
    await makeHours(company.person(host), draft, company.at(at));
  }
  await makeSittings(now);
  for (const { person, host, nth, topic, tried } of told.bookings) {
    const free = (await freeSlots(null, now)).filter((slot) => slot.host === host);
    const { startsAt, sittingId } = free[nth]!;
    const booked = { id: newId(), at: startsAt, sittingId, topic, tried };
    went(await book(company.person(person), booked, now - 26 * HOUR), `${person} with ${host}`);
  }
  for (const asked of told.questions) await openly(asked, company);
  for (const asked of told.nameless) await withoutAName(asked, company);
}

async function openly(asked: Guild['questions'][number], company: Founded): Promise<void> {
  const { by, at, title, text, answer, article } = asked;
  const id = await ask(company.person(by), { id: newId(), title, text }, company.at(at));
  if (answer) await answerTo(id, answer, company);
  if (answer && article)
    await writeArticleOf(id, article, company.person(answer.by).id, company.at(answer.at) + HOUR);
}

/** It lies in the letter box until the next quarter of the hour, as anybody’s does. */
async function withoutAName(asked: Guild['nameless'][number], company: Founded): Promise<void> {
  const { at, title, text, answer } = asked;
  await putQuestion(randomBytes(32).toString('base64url'), title, text);
  await takeLettersOut(company.at(at) + 15 * MINUTE);
  const [question] = await db.read
    .select({ id: questions.id })
    .from(questions)
    .where(eq(questions.title, title))
    .orderBy(desc(questions.day));
  if (answer) await answerTo(question!.id, answer, company);
}

type Answer = NonNullable<Guild['questions'][number]['answer']>;
async function answerTo(id: string, { by, at, text }: Answer, company: Founded): Promise<void> {
  const [question] = await db.read.select().from(questions).where(eq(questions.id, id));
  const writing = {
    byId: company.person(by).id,
    part: { asked: false, hosts: true },
    seen: question!.version,
    now: company.at(at),
  };
  went(await reply(id, text, writing), question!.title);
}
