import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { requirePermission } from '#app/accounts/session.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm, typedAgain } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { AwardFields } from '#app/recognition/award-fields.tsx';
import { awardSchema, takenWords } from '#app/recognition/award-form.ts';
import { awardNamed } from '#app/recognition/award.server.ts';
import { changeAward } from '#app/recognition/defining.server.ts';
import { Card, PageHead, Up } from '#app/ui/page.tsx';
import { Stale } from '#app/ui/stale.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Edit ${page?.values.name ?? ''} · Guildhall` },
];

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'arrange-recognition');
  const award = await awardNamed(args.params.key!);
  if (!award?.defined) throw data(null, { status: 404 });
  return { values: { name: award.name, about: award.about }, version: award.defined.version };
}

export async function action(args: ActionFunctionArgs) {
  await requirePermission(args, 'arrange-recognition');
  const key = args.params.key!;
  const read = await readForm(args.request, awardSchema);
  if ('refused' in read) return data({ refused: read.refused, stale: null }, { status: 422 });
  const { version, name, about } = read.value;
  const saved = await changeAward(key, version, { name, about });
  if (!saved) throw data(null, { status: 404 });
  if ('refused' in saved) {
    const values = typedAgain({ name, about });
    if (saved.refused === 'taken')
      return data({ refused: { errors: { name: takenWords }, values }, stale: null }, { status: 422 });
    const stale = [
      { name: 'Name', theirs: saved.now.name, yours: name },
      { name: 'What it is given for', theirs: saved.now.about, yours: about },
    ];
    return data({ refused: { errors: {}, values }, stale }, { status: 409 });
  }
  return redirectSaying(paths.awards(), {
    text: 'Saved.',
    undo: {
      action: paths.editAward(key),
      fields: { name: saved.before.name, about: saved.before.about, version: String(saved.version) },
    },
  });
}

export default function EditAward() {
  const { values, version } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead above={<Up to={paths.awards()}>Awards</Up>} title={`What ${values.name} is for`} />
      {answer?.stale && <Stale pairs={answer.stale} />}
      <Card aria-label="The award" className="max-w-3xl">
        <AwardFields values={values} version={version} button="Save" refused={answer?.refused} />
      </Card>
    </>
  );
}
