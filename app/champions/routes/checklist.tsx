import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { requireViewer } from '#app/accounts/session.server.ts';
import type { Point } from '#app/champions/checklist.ts';
import { checklistNamed } from '#app/champions/content.server.ts';
import { paths } from '#app/paths.ts';
import { PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.checklist.name ?? 'Checklist'} · Guildhall` },
];

export async function loader(args: LoaderFunctionArgs) {
  await requireViewer(args);
  const checklist = checklistNamed(args.params.slug ?? '');
  if (!checklist) throw data(null, { status: 404 });
  return { checklist };
}

/** One page, on a screen and on paper: boxes to tick with a pen, and lines for what was decided. */
export default function ChecklistPage() {
  const { checklist } = useLoaderData<typeof loader>();
  return (
    <article className="max-w-3xl">
      <PageHead
        above={
          <span className="no-print">
            <Up to={paths.checklists()}>Checklists</Up>
          </span>
        }
        title={checklist.name}
        lead={checklist.about}
      />
      {checklist.groups.map(({ heading, points }) => (
        <section key={heading ?? ''} className="mb-6">
          {heading && <h2 className="mb-2 font-serif text-xl font-semibold">{heading}</h2>}
          <ol className="divide-y divide-line border-y border-line">
            {points.map((point) => (
              <PointToTick key={point.key} point={point} />
            ))}
          </ol>
        </section>
      ))}
      <dl className="hidden grid-cols-3 gap-6 pt-2 text-sm print:grid">
        {['Release', 'Date', 'Gone through by'].map((name) => (
          <div key={name} className="border-t border-line-strong pt-1">
            <dt className="text-soft">{name}</dt>
          </div>
        ))}
      </dl>
      <p className="no-print text-sm text-soft">
        Print it with your browser (Ctrl or ⌘ + P): it fits on one page.
      </p>
    </article>
  );
}

function PointToTick({ point: { text, help } }: { point: Point }) {
  return (
    <li className="flex gap-4 py-4">
      <span aria-hidden="true" className="mt-0.5 size-5 shrink-0 rounded-sm border-2 border-line-strong" />
      <div>
        <p className="font-semibold">{text}</p>
        {help && <p className="mt-0.5 text-soft">{help}</p>}
      </div>
    </li>
  );
}
