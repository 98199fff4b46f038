import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { requirePermission } from '#app/accounts/session.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { takeAwardBack } from '#app/recognition/deciding.server.ts';
import { takingBackSchema } from '#app/recognition/nomination-form.ts';
import { loadNomination } from '#app/recognition/nomination-loading.server.ts';
import { NominationShown } from '#app/recognition/nomination-shown.tsx';

export const meta: MetaFunction = () => [{ title: 'Take an award back · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'arrange-recognition');
  return loadNomination(args);
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'arrange-recognition');
  const id = args.params.id!;
  const read = await readForm(args.request, takingBackSchema);
  if ('refused' in read) return data(read.refused, { status: 422 });
  const back = await takeAwardBack(viewer, id, read.value.reason, Date.now());
  if (!back) throw data(null, { status: 404 });
  if ('refused' in back)
    return redirectSaying(paths.nomination(id), {
      text:
        back.refused === 'too-late'
          ? 'It was given more than a day ago, or not at all: it stays as it is.'
          : 'This one is for others to take back.',
      tone: 'warn',
    });
  return redirectSaying(paths.nomination(id), 'Taken back. Both people are told, with your reason.');
}

export default function TakingBack() {
  return <NominationShown page={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
