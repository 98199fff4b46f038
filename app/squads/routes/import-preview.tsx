import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Preview } from '#app/squads/import/preview.tsx';
import { showPreview, takePreview } from '#app/squads/import/upload.server.ts';
import { PageHead, Up } from '#app/ui/page.tsx';

export const meta = () => [{ title: 'Import squads · Guildhall' }];

export const loader = (args: LoaderFunctionArgs) => showPreview('squads', args);
export const action = (args: ActionFunctionArgs) => takePreview('squads', args);

export default function ImportPreview() {
  const previewed = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead title="What would change" above={<Up to={paths.importSquads()}>Import squads</Up>} />
      <Preview previewed={previewed} stale={answer?.stale === true} otherFile={paths.importSquads()} />
    </>
  );
}
