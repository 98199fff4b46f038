import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { loadRequest } from '#app/recognition/request-action.server.ts';
import { RequestShown } from '#app/recognition/request-shown.tsx';

export const meta: MetaFunction = () => [{ title: 'A reward asked for · Guildhall' }];

export const loader = loadRequest;

export default function RewardRequest() {
  return <RequestShown page={useLoaderData<typeof loader>()} />;
}
