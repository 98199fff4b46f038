import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { personMeant } from '#app/accounts/find-person.server.ts';
import { personById } from '#app/accounts/people.server.ts';
import { personLabel, personProblem } from '#app/accounts/person-meant.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { newFormId } from '#app/http/form-id.server.ts';
import { readForm, typedAgain } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { allAwards } from '#app/recognition/award.server.ts';
import { nominate } from '#app/recognition/nominating.server.ts';
import { NominationFields } from '#app/recognition/nomination-fields.tsx';
import { nominationSchema, refusals } from '#app/recognition/nomination-form.ts';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Put somebody forward · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'see-recognition');
  args.context.keptNowhere = true;
  const { searchParams } = new URL(args.request.url);
  const all = await allAwards();
  const awards = all.filter(({ how, retiredAt }) => how === 'nominated' && retiredAt === null);
  const award = awards.find(({ key }) => key === searchParams.get('award'));
  const wanted = searchParams.get('person');
  const person = wanted ? await personById(wanted) : null;
  return {
    id: newFormId(args),
    awards: awards.map(({ key, name, about }) => ({ key, name, about })),
    award: award?.key ?? '',
    person: person && person.deactivatedAt === null ? personLabel(person) : '',
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'see-recognition');
  const read = await readForm(args.request, nominationSchema);
  if ('refused' in read) return data(read.refused, { status: 422 });
  const { id, award, person, reason, known } = read.value;
  const refuse = (errors: { award?: string; person?: string }) =>
    data({ errors, values: typedAgain(read.value) }, { status: 422 });
  const meant = await personMeant(person);
  if ('refused' in meant) return refuse({ person: personProblem(meant) });
  if (!meant.person) return refuse({ person: personProblem({ refused: 'nobody' }) });
  const draft = { id, award, personId: meant.person.id, reason, known: known === 'yes' };
  const nominated = await nominate(viewer, draft, Date.now());
  if ('refused' in nominated) {
    if (nominated.refused === 'left') throw data(null, { status: 403 });
    return refuse(refusals[nominated.refused]);
  }
  return redirectSaying(paths.nomination(nominated.id), {
    text: `You put ${meant.person.name} forward. Two people decide, and you hear of it.`,
    undo: { action: paths.nominationWithdrawal(nominated.id), label: 'Withdraw it' },
  });
}

export default function NewNomination() {
  const { awards, ...form } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        above={<Up to={paths.awards()}>Awards</Up>}
        title="Put somebody forward"
        lead="For an award that a colleague of yours has earned by what they did for others."
      />
      <div className="grid gap-6 lg:grid-cols-[3fr_2fr] lg:items-start">
        <Card aria-label="Whom, and what for">
          <NominationFields key={form.id} {...form} awards={awards} refused={refused} />
        </Card>
        <Card aria-labelledby="which">
          <h2 id="which" className="font-serif text-xl font-semibold">
            What each is for
          </h2>
          <dl className="mt-2 space-y-3">
            {awards.map(({ key, name, about }) => (
              <div key={key}>
                <dt className="font-medium wrap-anywhere">{name}</dt>
                <dd className="wrap-anywhere text-soft">{about}</dd>
              </div>
            ))}
          </dl>
        </Card>
      </div>
    </>
  );
}
