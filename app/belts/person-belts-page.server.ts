import { type AppLoadContext, data } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';

import { dayOf } from './calendar-day.ts';
import { visibleGrowth } from './growth.server.ts';
import { beltPath } from './path-page.server.ts';
import { lastDay } from './waiver.ts';
import { waiversOf } from './waivers.server.ts';

type Asked = { request: Request; context: AppLoadContext; params: { id?: string } };

/** Who asks, and whose belts they may see; 404 when they may not, whether there is such a person or not. */
export async function scopedGrowth(args: Asked) {
  const viewer = await requirePermission(args, 'see-belts');
  args.context.keptNowhere = true;
  const found = await visibleGrowth(viewer, args.params.id ?? '');
  if (!found) throw data(null, { status: 404 });
  return { viewer, ...found };
}

/** Somebody's belts as the viewer sees them. */
export async function personBelts(args: Asked) {
  const { person, part } = await scopedGrowth(args);
  const now = Date.now();
  const [path, waivers] = await Promise.all([beltPath(person.id, now), waiversOf(person.id, now)]);
  const [today, last] = [dayOf(now, path.zone), lastDay(now, path.zone)];
  return { ...path, person, part, waivers, today, last };
}
