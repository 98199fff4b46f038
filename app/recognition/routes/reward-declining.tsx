import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { requirePermission } from '#app/accounts/session.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { answerStep, loadRequest } from '#app/recognition/request-action.server.ts';
import { RequestShown } from '#app/recognition/request-shown.tsx';
import { decliningSchema } from '#app/recognition/reward-form.ts';

export const meta: MetaFunction = () => [{ title: 'A reward asked for · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'arrange-recognition');
  return loadRequest(args);
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'arrange-recognition');
  const read = await readForm(args.request, decliningSchema);
  if ('refused' in read) return data(read.refused, { status: 422 });
  return answerStep(args, viewer, 'declined', read.value.note);
}

export default function RewardDeclining() {
  return <RequestShown page={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />;
}
