import { useContext } from 'react';

import { Here } from './here.ts';
import { moment } from './time.ts';

/** A moment in the organisation's zone: "24 Feb 2021, 11:13 UTC". */
export function Moment({ at, className }: { at: number; className?: string }) {
  const { timezone } = useContext(Here);
  return (
    <time dateTime={new Date(at).toISOString()} className={className}>
      {moment(at, timezone)}
    </time>
  );
}
