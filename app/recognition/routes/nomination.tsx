import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { loadNomination } from '#app/recognition/nomination-loading.server.ts';
import { NominationShown } from '#app/recognition/nomination-shown.tsx';

export const meta: MetaFunction = () => [{ title: 'Put forward for an award · Guildhall' }];

export const loader = loadNomination;

export default function Nomination() {
  return <NominationShown page={useLoaderData<typeof loader>()} />;
}
