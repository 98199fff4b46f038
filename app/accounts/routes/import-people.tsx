import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { UploadForm } from '#app/squads/import/upload-form.tsx';
import { askForFile, takeFile } from '#app/squads/import/upload.server.ts';
import { PageHead, Up } from '#app/ui/page.tsx';

export const meta = () => [{ title: 'Import people · Guildhall' }];

export const loader = (args: LoaderFunctionArgs) => askForFile('people', args);
export const action = (args: ActionFunctionArgs) => takeFile('people', args);

const columns: [string, string][] = [
  ['email', 'Who it is; needed. Known people are found by it'],
  ['name', 'Needed for people who are new here'],
  ['squads', 'All they belong to, separated by semicolons'],
  ['manager', 'The manager’s e-mail address'],
];

export default function Import() {
  const { most } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead
        title="Import people"
        lead="From a list you already have. You see what would change before anything does. Who is new gets an account without a password. They come in by an administrator’s invitation, or by resetting their password."
        above={<Up to={paths.people()}>People</Up>}
      />
      <UploadForm
        most={most}
        columns={columns}
        example={'email,name,squads,manager\nnina@example.com,Nina Berg,Payments; Search,olga@example.com'}
        refused={answer?.refused}
      />
    </>
  );
}
