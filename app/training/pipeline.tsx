import { Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';

import { type Stage, stages } from './module.ts';

const arrow =
  '[clip-path:polygon(0_0,calc(100%-0.6rem)_0,100%_50%,calc(100%-0.6rem)_100%,0_100%,0.6rem_50%)]';
const firstArrow = '[clip-path:polygon(0_0,calc(100%-0.6rem)_0,100%_50%,calc(100%-0.6rem)_100%,0_100%)]';
const shape = (at: number) => (at === 0 ? firstArrow : arrow);
const row = 'grid grid-cols-4 gap-y-1.5 sm:grid-cols-8';

/** The pipeline as a picture, a link for each stage: what is of use there. */
export function PipelineFilter({
  counts,
  chosen,
}: {
  counts: { stage: Stage; modules: number }[];
  chosen: Stage | null;
}) {
  return (
    <nav aria-label="Stages of the pipeline">
      <ol className={row}>
        {counts.map(({ stage, modules }, at) => {
          const here = stage === chosen;
          return (
            <li key={stage} className="-mr-1 last:mr-0">
              <Link
                to={here ? paths.training() : `${paths.training()}?stage=${stage}`}
                aria-current={here ? 'true' : undefined}
                preventScrollReset
                className="group relative isolate block min-h-14 py-2 pr-2 pl-4 text-sm"
              >
                <span
                  aria-hidden="true"
                  className={`absolute inset-0 -z-10 ${shape(at)} ${here ? 'bg-accent' : modules === 0 ? 'bg-sunken' : 'bg-accent-wash group-hover:bg-line'}`}
                />
                <span className={`block capitalize ${here ? 'font-semibold text-on-accent' : 'font-medium'}`}>
                  {stage}
                </span>
                <span className={`block text-xs ${here ? 'text-on-accent' : 'text-soft'}`}>
                  {modules}{' '}
                  <span className="sr-only sm:not-sr-only">{modules === 1 ? 'lesson' : 'lessons'}</span>
                </span>
                {here && <span className="sr-only"> (chosen; again for all)</span>}
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** Where in the pipeline a lesson is of use. */
export function PipelineMarks({ of }: { of: readonly Stage[] }) {
  return (
    <>
      <p className="sr-only">{of.join(', ')}</p>
      <ol aria-hidden="true" className={`${row} text-xs lg:grid-cols-4 xl:grid-cols-8`}>
        {stages.map((stage, at) => (
          <li
            key={stage}
            className={`-mr-1 py-1.5 pr-1 pl-3.5 capitalize last:mr-0 ${shape(at)} ${of.includes(stage) ? 'bg-accent font-semibold text-on-accent' : 'bg-sunken text-soft'}`}
          >
            {stage}
          </li>
        ))}
      </ol>
    </>
  );
}
