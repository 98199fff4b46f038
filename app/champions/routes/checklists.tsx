import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';

import { requireViewer } from '#app/accounts/session.server.ts';
import { checklists } from '#app/champions/content.server.ts';
import { paths } from '#app/paths.ts';
import { Empty, PageHead } from '#app/ui/page.tsx';

export const meta = () => [{ title: 'Checklists · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  await requireViewer(args);
  return { checklists: checklists().map(({ slug, name, about }) => ({ slug, name, about })) };
}

export default function Checklists() {
  const { checklists: all } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title="Checklists"
        lead="One page each: to go through together, or to hang beside the screen."
      />
      {all.length === 0 ? (
        <Empty title="There is no checklist">
          <p>Each is a file in content/checklists/.</p>
        </Empty>
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2">
          {all.map(({ slug, name, about }) => (
            <li key={slug} className="rounded-lg border border-line bg-surface p-5">
              <h2 className="font-serif text-xl font-semibold">
                <Link to={paths.checklist(slug)} className="text-accent underline-offset-4 hover:underline">
                  {name}
                </Link>
              </h2>
              <p className="mt-1 text-soft">{about}</p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
