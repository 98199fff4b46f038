import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { UploadForm } from '#app/squads/import/upload-form.tsx';
import { askForFile, takeFile } from '#app/squads/import/upload.server.ts';
import { PageHead, Up } from '#app/ui/page.tsx';

export const meta = () => [{ title: 'Import squads · Guildhall' }];

export const loader = (args: LoaderFunctionArgs) => askForFile('squads', args);
export const action = (args: ActionFunctionArgs) => takeFile('squads', args);

const columns: [string, string][] = [
  ['name', 'Which squad; needed. Known squads are found by it'],
  ['area', 'The product area'],
  ['developers', 'How many; empty where members are counted'],
  ['criticality', '1 critical, 2 high, 3 medium, 4 low'],
  ['manager', 'The manager’s e-mail address'],
  ['product owner', 'The product owner’s e-mail address'],
];

export default function Import() {
  const { most } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title="Import squads"
        lead="From a list you already have. You see what would change before anything does. Managers and product owners must be here already: import people first."
        above={<Up to={paths.squads()}>Squads</Up>}
      />
      <UploadForm
        most={most}
        columns={columns}
        example={
          'name,area,developers,criticality,manager,product owner\nPayments,Checkout,9,1,olga@example.com,petra@example.com'
        }
        refused={answer?.refused}
      />
    </>
  );
}
