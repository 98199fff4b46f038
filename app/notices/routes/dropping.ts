import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';
import { isUndo } from '#app/accounts/undo.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { letGo, putBack } from '#app/notices/messages.server.ts';
import { paths } from '#app/paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'see-messages');
  return redirect(paths.messages('dead'));
}

export async function action(args: ActionFunctionArgs) {
  await requirePermission(args, 'see-messages');
  const id = args.params.id!;
  if (await isUndo(args.request)) {
    if (!(await putBack(id))) throw data(null, { status: 404 });
    return redirectSaying(paths.messages('dead'), 'It is back where it was.');
  }
  if (!(await letGo(id))) throw data(null, { status: 404 });
  return redirectSaying(paths.messages('dead'), {
    text: 'That message is given up. Its notice still stands where the person signs in.',
    undo: { action: paths.messageDropping(id), fields: { undo: 'yes' } },
  });
}
