import type { LoaderFunctionArgs } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';
import { ownerSuggestions } from '#app/action-items/owner.server.ts';
import { searchedFor } from '#app/http/searched-for.ts';

/** Names of people and squads to offer while somebody types an owner. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'see-people');
  return Response.json({ names: await ownerSuggestions(searchedFor(args.request)) });
}
