import type { ReactNode } from 'react';

import { Badge } from '#app/ui/badge.tsx';
import { Card } from '#app/ui/page.tsx';

import { Bar } from './coverage-signs.tsx';
import type { PolicySum } from './coverage-sums.ts';
import { counted } from './coverage-words.ts';
import type { KnownSpecialism } from './specialisms.server.ts';

type Shown = { policies: PolicySum[]; developers: number; source: string; specialisms: KnownSpecialism[] };

/** What coverage is held against, side by side, and how far each holds. */
export function CoveragePolicies({ policies, developers, source, specialisms }: Shown) {
  if (policies.length === 0 && specialisms.length === 0) return null;
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {policies.map((sum) =>
        sum.policy === 'per-squad' ? (
          <SquadPolicyCard key={sum.policy} sum={sum} title="A champion in every squad" />
        ) : (
          <SquadPolicyCard
            key={sum.policy}
            sum={sum}
            title={`One for every ${counted(developers, 'developer')}`}
          >
            {source && <p className="mt-3 text-sm text-soft">{source}</p>}
          </SquadPolicyCard>
        ),
      )}
      {specialisms.length > 0 && <Specialisms specialisms={specialisms} />}
    </div>
  );
}

function SquadPolicyCard({ sum, title, children }: { sum: PolicySum; title: string; children?: ReactNode }) {
  const { asked, met, waived, short } = sum;
  const others = [
    short > 0 && `${counted(short, 'squad')} ${short === 1 ? 'does' : 'do'} not`,
    waived > 0 && `${waived.toLocaleString('en')} waived`,
  ].filter(Boolean);
  const said = `${met.toLocaleString('en')} of ${counted(asked, 'squad')} ${met === 1 ? 'meets' : 'meet'} it`;
  const counts = { covered: met, waived, without: short, short: 0, 'none-needed': 0 };
  return (
    <Card aria-label={title}>
      <h3 className="font-serif text-lg font-semibold">{title}</h3>
      <p className="mt-1 mb-3 text-sm">
        {asked === 0 ? 'It asks nothing of any squad yet.' : [said, ...others].join('; ')}
      </p>
      {asked > 0 && <Bar counts={counts} most={asked} label={[said, ...others].join('; ')} />}
      {children}
    </Card>
  );
}

function Specialisms({ specialisms }: { specialisms: KnownSpecialism[] }) {
  const known = specialisms.filter(({ champions, least }) => champions >= least).length;
  return (
    <Card aria-label="What somebody knows especially well">
      <h3 className="font-serif text-lg font-semibold">Somebody who knows it well</h3>
      <p className="mt-1 mb-3 text-sm">
        {known} of {counted(specialisms.length, 'specialism')} {known === 1 ? 'is' : 'are'} known to enough
        champions
      </p>
      <ul className="space-y-1.5 text-sm">
        {specialisms.map(({ key, words, champions, least }) => (
          <li key={key} className="flex items-baseline justify-between gap-3">
            <span className="min-w-0 [overflow-wrap:anywhere]">{words}</span>
            <Badge tone={champions >= least ? 'good' : 'warn'}>
              {champions >= least ? `✓ ${counted(champions, 'champion')}` : `${champions} of ${least}`}
            </Badge>
          </li>
        ))}
      </ul>
    </Card>
  );
}
