/** For the routes below one postmortem: who asks, and the postmortem through their eyes. */
import { type AppLoadContext, data } from '@remix-run/node';

import { requireViewer } from '#app/accounts/session.server.ts';
import { paths } from '#app/paths.ts';

import { mayArrange, mayEdit } from './postmortem.ts';
import { visiblePostmortem } from './postmortems.server.ts';
import { sectionNamed } from './sections.server.ts';

type Asked = { request: Request; context: AppLoadContext; params: { id?: string; key?: string } };

/** 404 when it isn't theirs to see, whether it exists or not. */
export async function scoped(args: Asked) {
  const viewer = await requireViewer(args);
  const postmortem = await visiblePostmortem(viewer, args.params.id ?? '');
  if (!postmortem) throw data(null, { status: 404 });
  return { viewer, postmortem };
}

/** The same for changing what it says; 403 for those who may only read. */
export async function scopedToEdit(args: Asked) {
  const found = await scoped(args);
  const { state, part } = found.postmortem;
  if (!mayEdit(state, part)) {
    throw data({ why: mayArrange(part) ? 'published' : 'not-yours' }, { status: 403 });
  }
  return found;
}

/** The same for saying who takes part and who it is for; `back` is the page where that is said. */
export async function scopedToArrange(args: Asked) {
  const found = await scoped(args);
  const { id, state, part } = found.postmortem;
  if (!mayArrange(part)) throw data({ why: 'not-yours' }, { status: 403 });
  return { ...found, back: mayEdit(state, part) ? paths.editPostmortem(id) : paths.postmortemPeople(id) };
}

/** One section of it, to be written. */
export async function scopedSection(args: Asked) {
  const found = await scopedToEdit(args);
  const section = await sectionNamed(found.postmortem.id, args.params.key ?? '');
  if (!section) throw data(null, { status: 404 });
  return { ...found, section };
}
