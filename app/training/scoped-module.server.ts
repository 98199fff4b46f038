/** For the routes below one module: who asks, the module, and what they have read of it. */
import { type AppLoadContext, data } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';

import { moduleNamed } from './curriculum.server.ts';
import { readingOf } from './reading.server.ts';

type Asked = { request: Request; context: AppLoadContext; params: { belt?: string; slug?: string } };

/** 404 where there is no such module (any more). */
export async function scopedModule(args: Asked) {
  const viewer = await requirePermission(args, 'see-training');
  const module = moduleNamed(`${args.params.belt ?? ''}/${args.params.slug ?? ''}`);
  if (!module) throw data({ why: 'no-lesson' }, { status: 404 });
  return { viewer, module, reading: await readingOf(viewer.id, module.key) };
}
