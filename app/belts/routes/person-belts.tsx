import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { PersonBelts } from '#app/belts/person-belts.tsx';
import { personBelts } from '#app/belts/person-belts-page.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `Belts of ${page?.person.name ?? 'a colleague'} · Guildhall` },
];

export const loader = (args: LoaderFunctionArgs) => personBelts(args);

export default function BeltsOfPerson() {
  return <PersonBelts page={useLoaderData<typeof loader>()} />;
}
