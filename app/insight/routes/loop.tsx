import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { LoopPage } from '#app/insight/loop-page.tsx';
import { loopPage } from '#app/insight/loop-page.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `From ${page?.postmortem.title ?? 'a postmortem'} to its lessons · Guildhall` },
];

export const loader = (args: LoaderFunctionArgs) => loopPage(args);

export default function Loop() {
  return <LoopPage {...useLoaderData<typeof loader>()} />;
}
