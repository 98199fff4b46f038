import { Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { day } from '#app/ui/time.ts';

import type { Stage } from './module.ts';
import type { Progress } from './reading.ts';
import { ReadingBar } from './reading-bar.tsx';

export type ModuleOnCard = {
  key: string;
  title: string;
  about: string;
  minutes: number;
  stages: Stage[];
  progress: Progress;
  isRead: boolean;
  passedAt: number | null;
};

/** A lesson in the curriculum, and how far somebody is with it. */
export function ModuleCard({ module, zone }: { module: ModuleOnCard; zone: string }) {
  const { key, title, about, minutes, stages, progress } = module;
  return (
    <li className="flex flex-col rounded-lg border border-line bg-surface p-5">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <h3 className="min-w-0 flex-1 basis-56 font-serif text-xl font-semibold text-balance">
          <Link
            to={paths.module(key)}
            className="[overflow-wrap:anywhere] text-accent underline-offset-4 hover:underline"
          >
            {title}
          </Link>
        </h3>
        <Standing module={module} zone={zone} />
      </div>
      <p className="mt-2 mb-4 text-soft">{about}</p>
      <div className="mt-auto space-y-3">
        <p className="text-sm text-soft">
          {minutes} minutes · {stages.join(', ')}
        </p>
        <ReadingBar progress={progress} />
      </div>
    </li>
  );
}

function Standing({ module, zone }: { module: ModuleOnCard; zone: string }) {
  const { passedAt, isRead, progress } = module;
  if (passedAt !== null) return <Badge tone="good">Passed {day(passedAt, zone)}</Badge>;
  if (isRead) return <Badge tone="accent">Read: on to the quiz</Badge>;
  return progress.read > 0 ? <Badge tone="accent">Begun</Badge> : <Badge>New to you</Badge>;
}
