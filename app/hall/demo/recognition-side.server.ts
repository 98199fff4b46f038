/** Who of the demo was seen for what: told in the order of time, by the commands that clicks call. */
import { eq } from 'drizzle-orm';

import { addSponsor } from '#app/insight/sponsors.server.ts';
import { linkLesson } from '#app/insight/links.server.ts';
import { choose } from '#app/recognition/choices.server.ts';
import { defineAward } from '#app/recognition/defining.server.ts';
import { voteOn } from '#app/recognition/deciding.server.ts';
import { give } from '#app/recognition/giving.server.ts';
import { setGoal } from '#app/recognition/goal-setting.server.ts';
import { keepRecognition } from '#app/recognition/keeping.server.ts';
import { nominate } from '#app/recognition/nominating.server.ts';
import { show } from '#app/recognition/showing.server.ts';
import { changeStock } from '#app/recognition/stock.server.ts';
import { db } from '#db/database.server.ts';
import { newId } from '#db/ids.ts';
import { postmortems } from '#db/schema/postmortems.ts';

import type { Founded } from './found.server.ts';
import type { Recognition } from './recognition.ts';
import { on } from './on.server.ts';
import { lookBack } from './looking-back.server.ts';
import { wish } from './rewarding.server.ts';
import type { Happening } from './showing.server.ts';
import { went } from './went.ts';

const MINUTE = 60_000;

/** All of it. What follows from facts is granted after each, so that what was given can be shown, and spent. */
export async function tellRecognition(
  told: Recognition,
  company: Founded,
  titles: ReadonlyMap<string, string>,
  now: number,
): Promise<void> {
  const happenings: Happening[] = [
    ...told.choices.map(({ by, at, choice }) =>
      on(company, at, (when) => choose(company.person(by), { choice, holds: true }, when)),
    ),
    ...told.thanks.flatMap((one) => thank(one, company)),
    ...told.awards.map(({ by, at, ...draft }) =>
      on(company, at, async (when) => went(await defineAward(company.person(by), draft, when), draft.name)),
    ),
    ...told.nominations.flatMap((one) => putForward(one, company)),
    ...told.stock.map(({ by, at, reward, many, ...more }) =>
      on(company, at, async (when) =>
        went(
          await changeStock(company.person(by), reward, { id: newId(), change: many, ...more }, when),
          reward,
        ),
      ),
    ),
    ...told.requests.flatMap((one) => wish(one, company)),
    ...told.goals.map(({ by, at, squad, target }) =>
      on(company, at, async (when) =>
        went(
          await setGoal(company.person(by), company.squad(squad), { season: 'this', target }, when),
          `the goal of ${squad}`,
        ),
      ),
    ),
    ...told.reviews.flatMap((one) => lookBack(one, company)),
    ...told.sponsors.map(({ by, at, person }) =>
      on(company, at, async (when) =>
        went(await addSponsor(company.person(by), company.person(person), when), person),
      ),
    ),
    ...told.lessons.map(({ by, at, document, module }) =>
      on(company, at, async (when) => {
        const title = titles.get(document) ?? document;
        const [found] = await db.read
          .select({ id: postmortems.id })
          .from(postmortems)
          .where(eq(postmortems.title, title));
        const link = { module, question: null };
        went(await linkLesson(company.person(by), found!.id, link, when), `${document} in ${module}`);
      }),
    ),
  ];
  for (const { at, happen } of happenings.sort((a, b) => a.at - b.at)) {
    await keepRecognition(at - MINUTE, new AbortController().signal);
    await happen();
  }
  await keepRecognition(now, new AbortController().signal);
}

function thank(told: Recognition['thanks'][number], company: Founded): Happening[] {
  const { by, to, reason, meant, at, shown } = told;
  const id = newId();
  const what = { kind: 'thanks', subject: id } as const;
  return [
    on(company, at, async (when) =>
      went(
        await give(company.person(by), { id, toId: company.person(to).id, reason, meant }, when),
        `${by} to ${to}`,
      ),
    ),
    ...(shown
      ? [on(company, shown, async (when) => went(await show(company.person(to), what, when), `${to} shows`))]
      : []),
  ];
}

/** Somebody is put forward, two decide, and whoever was given it shows it. */
function putForward(told: Recognition['nominations'][number], company: Founded): Happening[] {
  const { by, person, award, reason, at, votes, shown } = told;
  const draft = { id: newId(), award, personId: company.person(person).id, reason, known: true };
  const what = { kind: 'award', subject: award } as const;
  return [
    on(company, at, async (when) =>
      went(await nominate(company.person(by), draft, when), `${award} by ${by}`),
    ),
    ...votes.map((one) =>
      on(company, one.at, async (when) => {
        const vote = { vote: 'yes', note: one.note } as const;
        if (!went(await voteOn(company.person(one.by), draft.id, vote, when), `${one.by} on ${award}`))
          throw new Error(`content/demo: ${one.by} does not decide on ${award} for ${person}.`);
      }),
    ),
    ...(shown
      ? [on(company, shown, async (when) => went(await show(company.person(person), what, when), award))]
      : []),
  ];
}
