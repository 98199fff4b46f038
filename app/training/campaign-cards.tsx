import { Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { day } from '#app/ui/time.ts';

import { campaignStateWords } from './campaign.ts';
import type { Listed } from './campaign-list.server.ts';

const ownWords = { asked: 'Asks you', through: 'You are through' } as const;

/** Campaigns in a list, each a way to its page. */
export function CampaignCards({ campaigns, zone }: { campaigns: Listed[]; zone: string }) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
      {campaigns.map(({ id, name, state, opensAt, closesAt, modules, audience, own }) => (
        <li key={id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-5 py-4">
          <div className="min-w-0 flex-1 basis-64">
            <Link
              to={paths.campaign(id)}
              className="font-medium [overflow-wrap:anywhere] text-accent underline-offset-4 hover:underline"
            >
              {name}
            </Link>
            <p className="mt-0.5 text-sm text-soft">
              {day(opensAt, zone)} – {day(closesAt - 1, zone)} · {modules}{' '}
              {modules === 1 ? 'lesson' : 'lessons'} · {audience}
            </p>
          </div>
          <p className="flex flex-wrap gap-2">
            {own && (
              <Badge tone={own === 'through' ? 'good' : state === 'open' ? 'accent' : 'plain'}>
                {own === 'asked' && state !== 'open' ? 'Asked you' : ownWords[own]}
              </Badge>
            )}
            <Badge>{campaignStateWords[state]}</Badge>
          </p>
        </li>
      ))}
    </ul>
  );
}
