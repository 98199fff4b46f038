/** What a selfish person and two colluders do for the recognition of the one, through the same doors as everybody. */
import { and, desc, eq, isNull } from 'drizzle-orm';

import { paths } from '#app/paths.ts';
import { moduleNamed } from '#app/training/curriculum.server.ts';
import { db } from '#db/database.server.ts';
import { attestations } from '#db/schema/belts.ts';
import { enrolments } from '#db/schema/champions.ts';
import { thanks } from '#db/schema/recognition.ts';
import { quizAttempts, quizQuestions } from '#db/schema/training.ts';

import type { Farmer } from './farm-house.ts';
import { formsOn } from './forms.ts';

export type Trio = { selfish: Farmer; colluders: Farmer[]; squadId: string };
const WORDS = 'It made all of us safer, and I saw it myself.';
export const idAt = (path: string) => /\/([0-9a-z]{16})(?=[/?#]|$)/.exec(path)?.[1] ?? '';

/** Somebody says thank you, for the wall. */
export const thank = (from: Farmer, to: Farmer) =>
  from.fillIn(paths.newThanks(to.id), 'reason', { to: to.email, reason: WORDS, meant: 'wall' });

/** Each colluder thanks, takes it back, and thanks again; all of it is shown. */
export async function thankAndShow({ selfish, colluders }: Trio): Promise<void> {
  for (const colluder of colluders)
    for (const again of [true, false]) {
      await thank(colluder, selfish);
      const [last] = await db.read
        .select({ id: thanks.id })
        .from(thanks)
        .where(eq(thanks.fromId, colluder.id))
        .orderBy(desc(thanks.givenAt))
        .limit(1);
      if (again && last) await colluder.submit(paths.thanksWithdrawal(last.id));
    }
  await showAll(selfish);
}

/** Whatever can be shown, is. */
export async function showAll(person: Farmer): Promise<void> {
  for (const { path, fields } of formsOn((await person.visit(paths.ownRecognition())).text, '/'))
    if (path === paths.showings()) await person.submit(path, fields);
}

/** A near miss nobody saw, with things to mend that are the selfish one's; published alone. Returns its items. */
export async function inventNearMiss(
  author: Farmer,
  owner: Farmer,
  nth: number,
): Promise<{ id: string; items: string[] }> {
  const title = `Nearly went wrong, number ${nth}`;
  const facts = { title, kind: 'near-miss', severity: '1', timezone: 'UTC', template: 'near-miss' };
  const id = idAt((await author.submit(paths.newPostmortem(), facts)).to);
  for (const at of [0, 1])
    await author.submit(paths.postmortemActions(id), {
      statement: `Mend number ${nth}.${at}`,
      owner: owner.email,
      kind: 'prevent',
      severity: '1',
      due: '',
      ticket: '',
      sprint: '',
    });
  const page = (await author.visit(paths.editPostmortem(id))).text;
  const items = [...new Set([...page.matchAll(/\/action-items\/([0-9a-z]{16})"/g)].map(([, item]) => item!))];
  await author.submit(paths.postmortemSection(id, 'root-cause'), { markdown: WORDS, version: '1' });
  const moment = { day: '2027-01-02', time: '10:00', zone: '', written: '' };
  await author.submit(paths.postmortemTimeline(id), { ...moment, text: 'It nearly stopped.' });
  await author.submit(paths.postmortemReach(id), { reach: 'everyone' });
  await author.submit(paths.postmortemPublication(id), { 'as-it-is': 'yes' });
  return { id, items };
}

/** The selfish one says it is done, a colluder confirms it; reopened, and once more by the other. */
export async function verifyAgain({ selfish, colluders }: Trio, items: string[]): Promise<void> {
  for (const item of items)
    for (const [nth, colluder] of colluders.entries()) {
      if (nth > 0) await selfish.submit(paths.actionItemReopening(item), { note: WORDS });
      await selfish.submit(paths.actionItemCompletion(item), { note: WORDS });
      await colluder.submit(paths.actionItemVerification(item), { note: WORDS });
    }
}

/** A session on some day, confirmed by these; what it was, and whether, is between them. */
export async function session(by: Farmer, vouchers: Farmer[], day: string): Promise<void> {
  const named = vouchers.map(({ email }, at) => [`person${at + 1}`, email]);
  await by.submit(paths.newActivity(), {
    feature: `A feature of ${day}`,
    day,
    outcome: 'https://example.com/model',
    ...Object.fromEntries(named),
  });
  await confirmAll(vouchers);
}

/** They confirm whatever they are asked. */
export async function confirmAll(colluders: Farmer[]): Promise<void> {
  for (const colluder of colluders) {
    const asked = await db.read
      .select({ id: attestations.id })
      .from(attestations)
      .where(and(eq(attestations.personId, colluder.id), isNull(attestations.answeredAt)));
    for (const { id } of asked) await colluder.submit(paths.attestation(id), { answer: 'confirmed' });
  }
}

/** A champion whose manager is a colluder, through onboarding in an afternoon. */
export async function enrol(
  { squadId }: Pick<Trio, 'squadId'>,
  person: Farmer,
  manager: Farmer,
): Promise<string> {
  await person.submit(paths.application(), { squad: squadId, manager: manager.email, word: WORDS });
  const [row] = await db.read
    .select({ id: enrolments.id })
    .from(enrolments)
    .where(eq(enrolments.personId, person.id))
    .orderBy(desc(enrolments.appliedAt))
    .limit(1);
  if (!row) return '';
  await manager.submit(paths.enrolmentAgreement(row.id), { hours: '8', note: '', answer: 'agree' });
  const page = (await person.visit(paths.enrolment(row.id))).text;
  for (const { path, fields } of formsOn(page, '/'))
    if (path.endsWith('/marks'))
      await person.submit(
        path,
        fields.filter(([name]) => name !== 'undo'),
      );
  await person.submit(paths.enrolmentStart(row.id));
  return row.id;
}

/** Passes an assessed quiz, its answers learned in practice. */
export async function passQuiz(person: Farmer, module: string): Promise<void> {
  for (const { key } of moduleNamed(module)!.parts) await person.submit(paths.modulePart(module, key));
  const id = idAt((await person.submit(paths.moduleAttempts(module))).to);
  const [attempt] = await db.read.select().from(quizAttempts).where(eq(quizAttempts.id, id));
  for (const [at, { question, options }] of (attempt?.drawn ?? []).entries()) {
    const [seen] = await db.read.select().from(quizQuestions).where(eq(quizQuestions.id, question));
    const known = moduleNamed(module)!.questions.find(({ key }) => key === seen?.key);
    const right = options.flatMap((option, place) =>
      known?.options[option]?.correct ? [['choice', String(place)] as [string, string]] : [],
    );
    await person.submit(paths.attemptQuestion(id, at + 1), right);
  }
  await person.submit(paths.attemptFinish(id));
}
