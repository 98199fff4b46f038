import { Badge, type Tone } from '#app/ui/badge.tsx';
import { day } from '#app/ui/time.ts';

import { isOverdue, type State, stateWords } from './action-item.ts';
import { asSeverity, severityWords } from './severity.ts';

const tones: Record<State, Tone> = {
  imported: 'warn',
  open: 'accent',
  done: 'accent',
  verified: 'good',
  dropped: 'plain',
};

export function StateBadge({ state }: { state: State }) {
  return <Badge tone={tones[state]}>{stateWords[state]}</Badge>;
}

export function SeverityBadge({ severity }: { severity: number | null }) {
  const level = asSeverity(severity);
  if (level === null) return <span className="text-sm text-soft">Severity not judged</span>;
  return (
    <Badge
      tone={level === 1 ? 'alert' : level === 2 ? 'warn' : 'plain'}
    >{`${level} · ${severityWords[level]}`}</Badge>
  );
}

export function Due({ item, now }: { item: { state: State; dueAt: number | null }; now: number }) {
  if (item.dueAt === null) return <span className="text-soft">No date</span>;
  const overdue = isOverdue(item, now);
  return (
    <span className={overdue ? 'font-medium text-alert' : ''}>
      <time dateTime={new Date(item.dueAt).toISOString()} className="whitespace-nowrap">
        {day(item.dueAt)}
      </time>
      {overdue && ' · past its date'}
    </span>
  );
}

type Owned = { ownerName: string | null; squadName: string | null; ownerWritten: string | null };

/** Who owns it, in words. */
export function OwnerName({ ownerName, squadName, ownerWritten }: Owned) {
  if (ownerName ?? squadName) return <>{ownerName ?? squadName}</>;
  return (
    <span className="text-warn">
      {ownerWritten ? `Needs an owner (document says ${ownerWritten})` : 'Needs an owner'}
    </span>
  );
}
