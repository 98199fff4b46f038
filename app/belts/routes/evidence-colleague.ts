import { type ActionFunctionArgs, data } from '@remix-run/node';

import { personById } from '#app/accounts/people.server.ts';
import { personLabel } from '#app/accounts/person-meant.ts';
import { unnameColleague } from '#app/belts/attesters.server.ts';
import { leadBack, scopedEvidence } from '#app/belts/evidence-scope.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';

export const loader = leadBack;

export async function action(args: ActionFunctionArgs) {
  const { evidence, part } = await scopedEvidence(args);
  if (part !== 'applicant') throw data(null, { status: 404 });
  const page = paths.evidence(evidence.id);
  const taken = await unnameColleague(evidence.id, args.params.attestationId!);
  const person = taken && (await personById(taken.personId));
  if (!person) return redirectSaying(page, { text: 'Who was asked already stays asked.', tone: 'warn' });
  return redirectSaying(page, {
    text: `${person.name} will not be asked.`,
    undo: { action: paths.evidenceColleagues(evidence.id), fields: { person: personLabel(person) } },
  });
}
