/** The people side of the demo: who answers for which squad, who became a champion, and what worried somebody. */
import type { Viewer } from '#app/accounts/viewer.ts';
import { pointsOf } from '#app/champions/checklist.ts';
import { onboarding } from '#app/champions/content.server.ts';
import { chooseBuddy } from '#app/champions/buddies.server.ts';
import { apply, takeStep } from '#app/champions/enrolments.server.ts';
import type { Part, Step } from '#app/champions/enrolment.ts';
import { tellableMonths } from '#app/champions/hours.ts';
import { reportHours } from '#app/champions/hours.server.ts';
import { mark } from '#app/champions/onboarding.server.ts';
import { saySpecialisms } from '#app/champions/said-specialisms.server.ts';
import { giveWaiver } from '#app/champions/waivers.server.ts';
import { stepsSoFar } from '#app/concerns/keeping.server.ts';
import { raise } from '#app/concerns/raising.server.ts';
import { takeStep as moveConcern } from '#app/concerns/steps.server.ts';
import { assume } from '#app/squads/holders.server.ts';
import { changeSquad, editedSquad } from '#app/squads/changing.server.ts';
import { managersOfPerson, nameManager } from '#app/squads/managers.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';

import type { Champions } from './champions.ts';
import type { Founded } from './found.server.ts';
import { went } from './went.ts';

const DAY = 86_400_000;

/** All of it, in the order of the file, by the same commands that people's clicks call. */
export async function tellPeopleSide(tx: Tx, told: Champions, company: Founded, zone: string): Promise<void> {
  await arrange(tx, told, company);
  for (const enrolment of told.enrolments) await enrol(enrolment, company, zone);
  for (const { squad, policy, by, at, until, reason } of told.waivers)
    went(
      await giveWaiver(
        company.person(by),
        company.squad(squad),
        { policy, reason, until } as never,
        company.at(at),
      ),
      `the waiver for ${squad}`,
    );
  for (const concern of told.concerns) await worry(concern, company);
}

/** Who answers for what, from the first week on. */
async function arrange(tx: Tx, told: Champions, company: Founded): Promise<void> {
  const [founder] = company.people.values();
  const begun = company.at('2025-03-24T10:00');
  for (const { name, area, criticality, developers = null, manager, productOwner } of told.squads) {
    const id = company.squad(name);
    const { version } = (await editedSquad(id))!;
    const held = (who: string | undefined) => (who === undefined ? null : company.person(who).id);
    const facts = { name, area, developers, criticality: criticality as 1 | 2 | 3 | 4 };
    const roles = { managerId: held(manager), productOwnerId: held(productOwner) };
    went(await changeSquad(founder!, id, version, { ...facts, ...roles }, begun), `what ${name} is`);
  }
  for (const [manager, people] of Object.entries(told.managers))
    for (const name of people) {
      const named = { managerId: company.person(manager).id, before: null };
      went(await nameManager(founder!, company.person(name).id, named, begun), `${manager} for ${name}`);
    }
  for (const { name, squads, at } of told.advocates)
    for (const squad of squads)
      await assume(tx, founder!, held(company, squad, name, 'advocate'), company.at(at));
  for (const { name, squad, at, until } of told.embedded)
    await assume(
      tx,
      founder!,
      { ...held(company, squad, name, 'embedded'), endsAt: company.at(until) },
      company.at(at),
    );
}

const held = (company: Founded, squad: string, person: string, role: 'advocate' | 'embedded') => ({
  squad: { id: company.squad(squad), name: squad },
  personId: company.person(person).id,
  role,
});

async function enrol(told: Champions['enrolments'][number], company: Founded, zone: string): Promise<void> {
  const person = company.person(told.person);
  const applied = company.at(told.applied);
  const { id } = went(
    await apply(
      person,
      { squadId: company.squad(told.squad), managerEmail: null, word: told.word ?? '' },
      applied,
    ),
    `${told.person} for ${told.squad}`,
  );
  const step = async (taken: Step, by: Viewer, part: Part, now: number, more: object = {}) =>
    went(
      await takeStep(id, taken, { by: { id: by.id, part }, note: null, now, ...more } as never),
      `${taken} of ${told.person}`,
    );

  if (told.agreed) {
    const manager = await managerOf(person.id, company);
    const { hours: hoursPerMonth, note, at } = told.agreed;
    await step('agreed', manager, 'manager', company.at(at), { hoursPerMonth, note });
    const begun = company.at(at);
    if (told.buddy)
      went(
        await chooseBuddy(id, company.person(told.buddy).id, { id: person.id, part: 'person' }, begun + DAY),
        `the buddy of ${told.person}`,
      );
    await learn(id, person, begun, told.active === undefined);
  }
  if (told.active) await step('started', person, 'person', company.at(told.active));
  if (told.knows.length > 0)
    await saySpecialisms(person.id, told.knows, company.at(told.active ?? told.applied));
  for (const [at, hours, word] of told.hours) {
    const now = company.at(at);
    const report = { month: tellableMonths(now, zone).likely, quarters: hours * 4, word };
    went(await reportHours(id, { part: 'person' }, report, { now, zone }), `hours of ${told.person}`);
  }
  if (told.ended)
    await step('stepped-down', person, 'person', company.at(told.ended.at), { note: told.ended.note });
}

/** The points of the onboarding, a few days apart; whoever has not begun yet is half way. */
async function learn(enrolmentId: string, person: Viewer, begun: number, halfWay: boolean): Promise<void> {
  const points = pointsOf(onboarding());
  const done = halfWay ? points.slice(0, Math.ceil(points.length / 2)) : points;
  for (const [at, { key }] of done.entries()) {
    const by = { id: person.id, part: 'person' as const };
    went(
      await mark(enrolmentId, { key, done: true, by, now: begun + (3 + 4 * at) * DAY }),
      `the point ${key}`,
    );
  }
}

async function managerOf(personId: string, company: Founded): Promise<Viewer> {
  const [manager] = await managersOfPerson(personId);
  const found = [...company.people.values()].find(({ id }) => id === manager?.id);
  if (!found) throw new Error('content/demo/champions.json: somebody who applies has no manager.');
  return found;
}

async function worry(told: Champions['concerns'][number], company: Founded): Promise<void> {
  const raiser = company.person(told.by);
  const { id } = went(
    await raise(
      raiser,
      {
        id: newId(),
        squadId: company.squad(told.squad),
        title: told.title,
        text: told.text,
        raisedFrom: null,
      },
      company.at(told.at),
    ),
    told.title,
  );
  let seen = await stepsSoFar(id);
  if (told.answer) {
    const { by, at, note } = told.answer;
    went(
      await moveConcern(id, 'answered', company.person(by), { note, seen }, company.at(at)),
      `answer to ${told.title}`,
    );
    seen = await stepsSoFar(id);
  }
  if (told.close) {
    const { by, at, question, answer } = told.close;
    const closing = { note: '', seen, article: { question, answer } };
    went(
      await moveConcern(id, 'closed', company.person(by), closing, company.at(at)),
      `closing of ${told.title}`,
    );
  }
}
