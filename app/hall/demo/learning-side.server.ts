/** What people of the demo learned, showed and led: told in the order of time, by the commands that clicks call. */
import type { Viewer } from '#app/accounts/viewer.ts';
import { noteActivity } from '#app/belts/activities.server.ts';
import { keepStandings } from '#app/belts/keeping.server.ts';
import { giveWaiver } from '#app/belts/waivers.server.ts';
import { answer, finish, openAttempt, ownAttempt } from '#app/training/attempts.server.ts';
import { createCampaign } from '#app/training/campaign-arranging.server.ts';
import { tendCampaigns } from '#app/training/campaign-tending.server.ts';
import { moduleNamed } from '#app/training/curriculum.server.ts';
import { questionsSeen } from '#app/training/questions.server.ts';
import { markRead } from '#app/training/reading.server.ts';

import type { Founded } from './found.server.ts';
import type { Learning } from './learning.ts';
import { attest, type Happening, shown } from './showing.server.ts';
import { went } from './went.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** All of it. How people stand is derived after each, so that every belt is earned, and celebrated, on its day. */
export async function tellLearningSide(told: Learning, company: Founded, now: number): Promise<void> {
  const happenings: Happening[] = [
    ...told.passes.map((one) => ({ at: company.at(one.at), happen: () => pass(one, company) })),
    // Whenever the demo is made: an attempt waits for a week and no longer.
    ...told.begun.map((one) => {
      const at = now - one.hoursAgo * HOUR;
      return { at, happen: () => beginQuiz(one, company, at) };
    }),
    ...told.evidence.flatMap((one) => shown(one, company)),
    ...told.activities.flatMap((one) => led(one, company)),
    ...told.waivers.map((one) => ({ at: company.at(one.at), happen: () => waive(one, company) })),
    ...told.campaigns.flatMap((one) => asked(one, company)),
  ];
  for (const { at, happen } of happenings.filter(({ at: when }) => when <= now).sort((a, b) => a.at - b.at)) {
    await happen();
    await keepStandings(at + 15 * MINUTE, new AbortController().signal);
  }
}

/** Reads a lesson, part by part, in the half hour before. */
async function read(person: Viewer, key: string, before: number): Promise<void> {
  const module = moduleNamed(key);
  if (!module) throw new Error(`content/demo/training.json: there is no module ${key}.`);
  const parts = module.parts.length;
  for (const [nth, part] of module.parts.entries())
    went(await markRead(person.id, module, part.key, before - (parts - nth) * 3 * MINUTE), `reading ${key}`);
}

/** Begins the quiz of a lesson and answers some of its questions, so many of them right. */
async function answerSome(
  person: Viewer,
  key: string,
  at: number,
  { answered, right }: { answered: number; right: number },
): Promise<string> {
  const { id } = went(await openAttempt(person, key, at), `${person.name}’s attempt of ${key}`);
  const { drawn } = (await ownAttempt(person, id))!;
  const questions = await questionsSeen(drawn.map(({ question }) => question));
  for (const [position, { options }] of drawn.slice(0, answered).entries()) {
    const isRight = (option: number) => questions[position]!.options[option]!.correct;
    const all = options.map((option, place) => ({ place, right: isRight(option) }));
    const chosen = position < right ? all.filter((one) => one.right) : [all.find((one) => !one.right)!];
    const shownAt = chosen.map(({ place }) => place);
    went(
      await answer(person, id, { position, shown: shownAt }, at + (position + 1) * MINUTE),
      `an answer of ${person.name}`,
    );
  }
  return id;
}

async function pass(told: Learning['passes'][number], company: Founded): Promise<void> {
  const person = company.person(told.person);
  const at = company.at(told.at);
  await read(person, told.module, at);
  const id = await answerSome(person, told.module, at, { answered: 8, right: told.right });
  went(await finish(person, id, at + 10 * MINUTE), `the end of ${told.person}’s attempt`);
}

async function beginQuiz(told: Learning['begun'][number], company: Founded, at: number): Promise<void> {
  const person = company.person(told.person);
  await read(person, told.module, at);
  await answerSome(person, told.module, at, { answered: told.answered, right: told.answered });
}

/** A session somebody led, and what those who were there say of it. */
function led(told: Learning['activities'][number], company: Founded): Happening[] {
  const { feature, day, outcome } = told;
  const at = company.at(told.at);
  let id = '';
  return [
    {
      at,
      async happen() {
        const there = told.participants.map((name) => company.person(name).id);
        const noted = await noteActivity(company.person(told.person), { feature, day, outcome }, there, at);
        ({ id } = went(noted, feature));
      },
    },
    ...told.confirmed.map(([name, when]) => ({
      at: company.at(when),
      happen: () => attest('activity', id, company.person(name), company.at(when)),
    })),
  ];
}

async function waive(told: Learning['waivers'][number], company: Founded): Promise<void> {
  const { requirement, reason, until } = told;
  const given = { requirement, reason, until };
  went(
    await giveWaiver(company.person(told.by), company.person(told.person).id, given, company.at(told.at)),
    `the waiver for ${told.person}`,
  );
}

/** A campaign for all engineers; on the day it opens they are gathered and told. */
function asked(told: Learning['campaigns'][number], company: Founded): Happening[] {
  const { name, about, modules, opens, closes } = told;
  const draft = {
    name,
    about,
    modules,
    opens,
    closes,
    counting: 'year',
    audience: { kind: 'engineers' },
  } as const;
  const opening = company.at(`${opens}T08:30`);
  return [
    {
      at: company.at(told.at),
      async happen() {
        went(await createCampaign(company.person(told.by), { ...draft, modules }, company.at(told.at)), name);
      },
    },
    { at: opening, happen: () => tendCampaigns(opening) },
  ];
}
