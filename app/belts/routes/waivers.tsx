import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { requirePermission } from '#app/accounts/session.server.ts';
import { PersonBelts } from '#app/belts/person-belts.tsx';
import { personBelts, scopedGrowth } from '#app/belts/person-belts-page.server.ts';
import { waiverProblems, waiverSchema } from '#app/belts/waiver.ts';
import { giveWaiver } from '#app/belts/waivers.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm, typedAgain } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Belts of ${page?.person.name ?? 'a colleague'} · Guildhall` },
];

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'arrange-belts');
  return personBelts(args);
}

export async function action(args: ActionFunctionArgs) {
  await requirePermission(args, 'arrange-belts');
  const { viewer, person } = await scopedGrowth(args);
  const read = await readForm(args.request, waiverSchema);
  if ('refused' in read) return data(read.refused, { status: 422 });
  const given = await giveWaiver(viewer, person.id, read.value, Date.now());
  const page = paths.personBelts(person.id);
  if (!('refused' in given))
    return redirectSaying(page, {
      text: `It may wait until ${read.value.until}.`,
      undo: { action: paths.beltWaiverWithdrawal(given.id) },
    });
  const { refused } = given;
  if (refused === 'oneself')
    return redirectSaying(page, { text: 'For yourself, ask another organiser.', tone: 'warn' });
  if (refused === 'nobody')
    return redirectSaying(page, { text: 'Their account is closed: nothing is asked of them.', tone: 'warn' });
  return data({ errors: waiverProblems[refused], values: typedAgain(read.value) }, { status: 422 });
}

export default function Waivers() {
  return <PersonBelts page={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
