import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { may } from '#app/accounts/permissions.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { beltRules } from '#app/belts/rules.server.ts';
import { paths } from '#app/paths.ts';
import { curriculum } from '#app/training/curriculum.server.ts';
import { ModuleCard } from '#app/training/module-card.tsx';
import { byBelt, perStage, stageNamed } from '#app/training/overview.ts';
import { passesOf } from '#app/training/passes.server.ts';
import { PipelineFilter } from '#app/training/pipeline.tsx';
import { progress } from '#app/training/reading.ts';
import { readingsOf } from '#app/training/reading.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Empty, PageHead } from '#app/ui/page.tsx';

export const meta = () => [{ title: 'Training · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'see-training');
  const stage = stageNamed(new URL(args.request.url).searchParams.get('stage'));
  const [readings, passes, zone] = await Promise.all([
    readingsOf(viewer.id),
    passesOf(viewer.id),
    zoneHere(),
  ]);
  const modules = curriculum();
  const shown = modules
    .filter(({ stages }) => stage === null || stages.includes(stage))
    .map(({ key, belt, title, about, minutes, stages, parts }) => ({
      ...{ key, belt, title, about, minutes, stages },
      progress: progress(parts, readings.get(key)?.parts ?? []),
      isRead: (readings.get(key)?.readAt ?? null) !== null,
      passedAt: passes.get(key) ?? null,
    }));
  return {
    stage,
    stages: perStage(modules),
    groups: byBelt(
      shown,
      beltRules().belts.map(({ key, name, about }) => ({ key, name, about })),
    ),
    lessons: modules.length,
    passed: modules.filter(({ key }) => passes.has(key)).length,
    arranges: may(viewer, 'arrange-training'),
    zone,
  };
}

export default function Training() {
  const { stage, stages, groups, lessons, passed, arranges, zone } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title="Training"
        lead={
          lessons === 0
            ? 'Lessons to read in a quarter of an hour, each with questions.'
            : `${lessons} ${lessons === 1 ? 'lesson' : 'lessons'} to read in your own time, each with questions.${passed > 0 ? ` You have passed ${passed}.` : ''}`
        }
        actions={
          <>
            {arranges && (
              <ButtonLink to={paths.trainingProgress()} weight="quiet">
                How far everybody is
              </ButtonLink>
            )}
            <ButtonLink to={paths.campaigns()} weight="quiet">
              Campaigns
            </ButtonLink>
            <ButtonLink to={paths.belts()}>Your belts</ButtonLink>
          </>
        }
      />
      {lessons === 0 ? (
        <Empty title="There is no lesson yet">
          <p>
            A lesson is a text file in content/training/, with its questions beside it. As soon as one lies
            there it stands here.
          </p>
        </Empty>
      ) : (
        <>
          <section aria-labelledby="pipeline" className="mb-8">
            <h2 id="pipeline" className="mb-2 text-sm font-medium text-soft">
              {stage === null ? 'Where in the pipeline do you want to be better?' : `Lessons for “${stage}”`}
            </h2>
            <PipelineFilter counts={stages} chosen={stage} />
            {stage !== null && (
              <ButtonLink to={paths.training()} weight="quiet" className="mt-1 -ml-2">
                Show all lessons
              </ButtonLink>
            )}
          </section>
          {groups.length === 0 && (
            <Empty title={`No lesson is about “${stage}” yet`}>
              <p>A lesson names the stages it is of use in at the head of its file.</p>
            </Empty>
          )}
          {groups.map(({ belt, modules }) => (
            <section key={belt?.key ?? ''} aria-labelledby={`belt-${belt?.key ?? ''}`} className="mb-10">
              <h2 id={`belt-${belt?.key ?? ''}`} className="font-serif text-2xl font-semibold">
                {belt?.name ?? 'More lessons'}
              </h2>
              <p className="mt-1 mb-4 text-soft">
                {belt?.about ?? 'For whoever wants to know more; no belt asks for them.'}
              </p>
              <ul className="grid gap-4 md:grid-cols-2">
                {modules.map((module) => (
                  <ModuleCard key={module.key} module={module} zone={zone} />
                ))}
              </ul>
            </section>
          ))}
        </>
      )}
    </>
  );
}
