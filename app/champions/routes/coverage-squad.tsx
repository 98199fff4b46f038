import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';

import { may } from '#app/accounts/permissions.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { coverageOfSquad } from '#app/champions/coverage.server.ts';
import { SquadStanding } from '#app/champions/coverage-standing.tsx';
import { alreadyWords, untilWords, waiverSchema } from '#app/champions/waiver.ts';
import { WaiverForm } from '#app/champions/waiver-form.tsx';
import { WaiverList } from '#app/champions/waiver-list.tsx';
import { giveWaiver, waiversOf } from '#app/champions/waivers.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm, typedAgain } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { PageHead, Up } from '#app/ui/page.tsx';

export const meta = ({ data }: { data?: { squad: { name: string } } }) => [
  { title: `Coverage of ${data?.squad.name ?? 'a squad'} · Guildhall` },
];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'see-coverage');
  const now = Date.now();
  const squad = await coverageOfSquad(args.params.id!, now);
  if (!squad) throw data(null, { status: 404 });
  const waivers = await waiversOf(viewer, squad.id, now);
  return {
    squad,
    waivers,
    mayArrange: may(viewer, 'arrange-coverage'),
    today: new Date(now).toISOString().slice(0, 10),
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'arrange-coverage');
  const id = args.params.id!;
  if (!(await coverageOfSquad(id, Date.now()))) throw data(null, { status: 404 });
  const read = await readForm(args.request, waiverSchema);
  if ('refused' in read) return data(read.refused, { status: 422 });
  const given = await giveWaiver(viewer, id, read.value, Date.now());
  if (!('refused' in given))
    return redirectSaying(paths.squadCoverage(id), {
      text: `${given.squad} is let off until ${read.value.until}.`,
      undo: { action: paths.waiverWithdrawal(given.id) },
    });
  const { refused } = given;
  if (refused === 'unknown' || refused === 'archived') throw data(null, { status: 404 });
  const errors = refused === 'already' ? { policy: alreadyWords } : { until: untilWords[refused] };
  return data({ errors, values: typedAgain(read.value) }, { status: 422 });
}

export default function CoverageOfSquad() {
  const { squad, waivers, mayArrange, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title={`Coverage of ${squad.name}`}
        above={<Up to={paths.coverage()}>Coverage</Up>}
        lead={
          <Link to={paths.squad(squad.id)} className="text-accent underline-offset-4 hover:underline">
            The squad, its people and its champions
          </Link>
        }
      />
      <div className="grid gap-6 lg:grid-cols-[3fr_2fr] lg:items-start">
        <div className="grid gap-6">
          <SquadStanding squad={squad} />
          <WaiverList waivers={waivers} mayArrange={mayArrange} />
        </div>
        {mayArrange && <WaiverForm refused={refused} today={today} />}
      </div>
    </>
  );
}
