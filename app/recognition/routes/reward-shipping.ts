import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';
import { paths } from '#app/paths.ts';
import { answerStep } from '#app/recognition/request-action.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'arrange-recognition');
  return redirect(paths.rewardRequest(args.params.id!));
}

export async function action(args: ActionFunctionArgs) {
  return answerStep(args, await requirePermission(args, 'arrange-recognition'), 'shipped');
}
