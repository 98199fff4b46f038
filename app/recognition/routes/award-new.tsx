import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';

import { requirePermission } from '#app/accounts/session.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm, typedAgain } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { AwardFields } from '#app/recognition/award-fields.tsx';
import { awardSchema, takenWords } from '#app/recognition/award-form.ts';
import { defineAward } from '#app/recognition/defining.server.ts';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Define an award · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'arrange-recognition');
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'arrange-recognition');
  const read = await readForm(args.request, awardSchema);
  if ('refused' in read) return data(read.refused, { status: 422 });
  const defined = await defineAward(viewer, read.value, Date.now());
  if ('refused' in defined)
    return data({ errors: { name: takenWords }, values: typedAgain(read.value) }, { status: 422 });
  return redirectSaying(paths.awards(), {
    text: `${read.value.name} is there: anybody can be put forward for it.`,
    undo: { action: paths.awardRetirement(defined.key), label: 'Retire it' },
  });
}

export default function NewAward() {
  return (
    <>
      <PageHead
        above={<Up to={paths.awards()}>Awards</Up>}
        title="Define an award"
        lead="Colleagues put somebody forward for it, and two people decide."
      />
      <Card aria-label="The award" className="max-w-3xl">
        <AwardFields values={{}} version={0} button="Define it" refused={useActionData<typeof action>()} />
      </Card>
    </>
  );
}
