import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { tryAllAgain } from '#app/notices/messages.server.ts';
import { paths } from '#app/paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'see-messages');
  return redirect(paths.messages('dead'));
}

export async function action(args: ActionFunctionArgs) {
  await requirePermission(args, 'see-messages');
  const many = await tryAllAgain(Date.now());
  return redirectSaying(
    paths.messages('waiting'),
    many === 1 ? 'One message waits again.' : `${many} messages wait again, and are tried within the minute.`,
  );
}
