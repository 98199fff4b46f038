import type { LoaderFunctionArgs } from '@remix-run/node';

import { findPeople } from '#app/accounts/people.server.ts';
import { personLabel } from '#app/accounts/person-meant.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { searchedFor } from '#app/http/searched-for.ts';

/** Names to offer while somebody types one. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'see-people');
  const search = searchedFor(args.request);
  return Response.json({ names: search === '' ? [] : (await findPeople(search)).map(personLabel) });
}
