/** Northwind as it is when strangers come: what Mara keeps private, who was let in, and who was let go. */
import { paths } from '#app/paths.ts';

import { type Asker, askersOf } from './askers.ts';
import type { Northwind, Somebody } from './northwind.ts';
import { absenceOf, championedSquad, articleOf, privateConcernOf } from './private-concern.ts';
import { attemptOf } from './private-attempt.ts';
import { evidenceOf } from './private-evidence.ts';
import { fileOf } from './private-file.ts';
import { growthOf } from './private-belts.ts';
import { privateDraftOf } from './private-draft.ts';
import { valuesIn } from './rows.ts';
import type { Objects } from './stand-ins.ts';

export type KeptPrivate = {
  author: Somebody;
  askers: Asker[];
  /** what each asker saw of every list before the second postmortem was written */
  before: Map<Asker, [path: string, answer: string][]>;
  /** what is asked for: a private draft, its entry that was taken out, and what is published as privately */
  sets: Objects[];
  /** nothing that names one of these may change */
  kept: Set<string>;
  /** what names one of these may be changed by some roles */
  bystanding: Set<string>;
};

const invited = 'invited@northwind.example';

/** Writes all of it. `listsOf` answers what somebody sees of the lists. */
export async function keepPrivate(
  northwind: Northwind,
  listsOf: (asker: Asker) => Promise<[string, string][]>,
): Promise<KeptPrivate> {
  const { founder, file } = northwind;
  const author = await northwind.join('Mara Lindqvist');
  const participant = await northwind.join('Jonas Brandt');
  const removed = await northwind.join('Noor Haddad');
  const deactivated = await northwind.join('Ines Moreau');
  const bystander = await northwind.join('Tove Berg');
  const squadId = await northwind.squad('Payments', bystander);
  await founder.submit(paths.invitations(), { email: invited });
  const ledgerId = await championedSquad(northwind, author, participant);
  const articleId = await articleOf(bystander, file);
  const askers = await askersOf(northwind, { removed, deactivated });

  const first = await privateDraftOf(author);
  await involve(author, first.id, [participant, removed, deactivated]);
  await author.post(paths.postmortemPerson(first.id, removed.id));
  await founder.post(paths.personDeactivation(deactivated.id));

  const before: KeptPrivate['before'] = new Map();
  for (const asker of askers) before.set(asker, await listsOf(asker));
  const second = await privateDraftOf(author, true);
  await involve(author, second.id, [participant]);
  const concernId = await privateConcernOf(author, ledgerId, participant);
  const absenceId = await absenceOf(author, participant, file);
  const attemptId = await attemptOf(author, file);
  const growth = growthOf(author, file);
  const shown = await evidenceOf(author, participant, file);
  const { fileId } = await fileOf(author, shown.evidenceId, file);

  const one = (query: string, given: string) => valuesIn(file, query, given)[0]!;
  const around = {
    sessionKey: one('select id from sessions where person_id = ?', author.id),
    noticeId: one('select id from notices where person_id = ?', participant.id),
    participantId: participant.id,
    bystanderId: bystander.id,
    invitationId: one('select id from tokens where email = ?', invited),
    squadId,
    enrolmentId: one('select id from enrolments where person_id = ?', participant.id),
    messageId: one('select id from messages where person_id = ?', participant.id),
    concernId,
    articleId,
    absenceId,
    attemptId,
    ...growth,
    ...shown,
    fileId,
  };
  const hangingFrom = ({ id }: { id: string }) => [
    id,
    ...valuesIn(file, 'select audience_id from postmortems where id = ?', id),
    ...valuesIn(file, 'select id from action_items where postmortem_id = ?', id),
  ];
  return {
    author,
    askers,
    before,
    sets: [first, { ...first, entryId: first.removedId }, second].map((draft) => ({ ...draft, ...around })),
    kept: new Set([
      author.id,
      participant.id,
      ...hangingFrom(first),
      ...hangingFrom(second),
      concernId,
      attemptId,
      ...Object.values(growth),
      ...Object.values(shown),
      fileId,
    ]),
    bystanding: new Set([bystander.id, squadId, around.invitationId]),
  };
}

async function involve(author: Somebody, id: string, people: Somebody[]): Promise<void> {
  for (const { email } of people)
    await author.post(paths.postmortemPeople(id), { person: email, part: 'participant' });
}
