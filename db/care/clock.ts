import { type Finding, ok, wrong } from './finding.ts';

const MINUTE = 60_000;
/** Guildhall is younger than this: a machine that says otherwise has lost its clock. */
const LONG_AGO = Date.UTC(2025, 0, 1);

const told = (at: number) => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** Whether it can be as late as the machine says; `newest` is the moment of the newest row (0 for none). */
export function clockFinding(now: number, newest: number): Finding {
  const setIt = 'Set the clock (timedatectl set-ntp true): sessions, links and dates follow it.';
  if (now < LONG_AGO) return wrong('clock', `This machine says ${told(now)}. ${setIt}`);
  if (newest > now + MINUTE)
    return wrong(
      'clock',
      `This machine says ${told(now)}, and the newest row is of ${told(newest)}. ${setIt}`,
    );
  return ok('clock', told(now));
}

/** Where to find the newest row: tables that are written at the moment they name. */
export const newestRow = `select max(at) as at from (
  select max(at) as at from audit_entries union all
  select max(at) from notices union all
  select max(started_at) from sessions) as newest`;
