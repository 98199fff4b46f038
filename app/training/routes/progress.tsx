import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { requirePermission } from '#app/accounts/session.server.ts';
import { beltRules } from '#app/belts/rules.server.ts';
import { paths } from '#app/paths.ts';
import { curriculum } from '#app/training/curriculum.server.ts';
import { byBelt } from '#app/training/overview.ts';
import { percent, ProgressBars, ProgressLegend } from '#app/training/progress-bars.tsx';
import { progressCounted } from '#app/training/progress-count.server.ts';
import { Moment } from '#app/ui/moment.tsx';
import { Card, Empty, PageHead, Up } from '#app/ui/page.tsx';

export const meta = () => [{ title: 'How far everybody is · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'arrange-training');
  const counted = await progressCounted();
  const modules = curriculum().map(({ key, belt, title }) => ({
    ...{ key, belt, title },
    ...(counted?.of.get(key) ?? { read: 0, passed: 0 }),
  }));
  const belts = beltRules().belts.map(({ key, name, about }) => ({ key, name, about }));
  return {
    counted: counted && { people: counted.people, at: counted.countedAt },
    groups: byBelt(modules, belts).map(({ belt, modules: of }) => ({
      name: belt?.name ?? 'More lessons',
      modules: of,
    })),
  };
}

export default function TrainingProgress() {
  const { counted, groups } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        above={<Up to={paths.training()}>Training</Up>}
        title="How far everybody is"
        lead="How many people have read each lesson and passed its questions. Sums alone: who they are is nobody’s list."
      />
      {!counted || groups.length === 0 ? (
        <Empty title={counted ? 'There is no lesson yet' : 'Nothing is counted yet'}>
          <p>
            {counted
              ? 'Each is a text file in content/training/.'
              : 'Guildhall counts every few minutes. Look again in a little while.'}
          </p>
        </Empty>
      ) : (
        <div className="space-y-8">
          <Card aria-labelledby="picture" className="space-y-6">
            <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
              <h2 id="picture" className="font-serif text-xl font-semibold">
                Of {counted.people.toLocaleString('en')} {counted.people === 1 ? 'person' : 'people'}
              </h2>
              <ProgressLegend />
            </div>
            {groups.map(({ name, modules }) => (
              <section key={name} aria-label={name}>
                <h3 className="mb-2 font-medium">{name}</h3>
                <ProgressBars modules={modules} people={counted.people} />
              </section>
            ))}
            <p className="text-sm text-soft">
              Counted <Moment at={counted.at} />, over everybody who can sign in.
            </p>
          </Card>
          <Figures groups={groups} people={counted.people} />
        </div>
      )}
    </>
  );
}

type Groups = { name: string; modules: { key: string; title: string; read: number; passed: number }[] }[];

function Figures({ groups, people }: { groups: Groups; people: number }) {
  const number = 'py-2 pl-4 text-right tabular-nums';
  return (
    <table className="w-full text-sm">
      <caption className="mb-2 text-left font-serif text-xl font-semibold">The figures</caption>
      <thead className="border-b border-line-strong text-left text-soft">
        <tr>
          <th scope="col" className="py-2 font-medium">
            Lesson
          </th>
          <th scope="col" className={`${number} font-medium`}>
            Read
          </th>
          <th scope="col" className={`${number} font-medium`}>
            Passed
          </th>
        </tr>
      </thead>
      {groups.map(({ name, modules }) => (
        <tbody key={name} className="divide-y divide-line border-b border-line">
          <tr>
            <th scope="rowgroup" colSpan={3} className="pt-4 pb-1 text-left font-medium text-soft">
              {name}
            </th>
          </tr>
          {modules.map(({ key, title, read, passed }) => (
            <tr key={key}>
              <th scope="row" className="py-2 text-left font-normal [overflow-wrap:anywhere]">
                {title}
              </th>
              {[read, passed].map((value, at) => (
                <td key={at === 0 ? 'read' : 'passed'} className={number}>
                  {value.toLocaleString('en')} <span className="text-soft">({percent(value, people)})</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
