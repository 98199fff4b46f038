import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';
import { formIn } from '#app/http/form.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { giveUpWish } from '#app/office-hours/wish-ending.server.ts';
import { restoreWish } from '#app/office-hours/wishes.server.ts';
import { paths } from '#app/paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'see-office-hours');
  return redirect(paths.officeHours());
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'see-office-hours');
  const wish = (await formIn(args.request)).get('wish');
  if (typeof wish === 'string') {
    const { restored } = await restoreWish(viewer, wish);
    return redirectSaying(
      paths.officeHours(),
      restored ? 'It stands again, where it stood.' : { text: 'You have made another since.', tone: 'warn' },
    );
  }
  const id = await giveUpWish(viewer, Date.now());
  return redirectSaying(paths.officeHours(), {
    text: 'You are not asked any more when something frees up.',
    ...(id && { undo: { action: paths.wishWithdrawal(), fields: { wish: id } } }),
  });
}
