import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { currentViewer } from '#app/accounts/session.server.ts';
import { PageHead } from '#app/ui/page.tsx';

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await currentViewer(args);
  return { name: viewer?.name ?? null };
}

export default function Home() {
  const { name } = useLoaderData<typeof loader>();
  return <PageHead title={name ? `Hello ${name}` : 'Guildhall'} />;
}
