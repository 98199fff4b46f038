/** What the page of a concern shows, whichever of its addresses it stands at. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';

import { namesOf } from '#app/accounts/people.server.ts';
import { requireViewer } from '#app/accounts/session.server.ts';

import { absenceOf } from './absence.ts';
import { around } from './around.server.ts';
import { possible } from './concern.ts';
import { articleOf } from '#app/answers/articles.server.ts';
import { stepsOf, visibleConcern } from './visible.server.ts';

/** The concern an address names, through the viewer; 404 for everyone who may not know of it. */
export async function scopedConcern(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const viewer = await requireViewer(args);
  const found = await visibleConcern(viewer, args.params.id ?? '');
  if (!found) throw data(null, { status: 404 });
  return { viewer, ...found };
}

/** The loader of a concern's page. */
export async function loadConcern(args: LoaderFunctionArgs) {
  const { concern, squad, part } = await scopedConcern(args);
  const now = Date.now();
  const [steps, { absences }, article] = await Promise.all([
    stepsOf(concern.id),
    around(concern, now),
    articleOf(concern.id),
  ]);
  const { holderId, standsInFor, raisedBy } = concern;
  const names = await namesOf([holderId, standsInFor, raisedBy, ...steps.map((step) => step.holderId)]);
  const called = (id: string | null) => (id && names.get(id)) || null;
  const { id, title, text, state, level, levelSince, dueAt, raisedAt, raisedFrom } = concern;
  const away = dueAt !== null && holderId !== null ? absenceOf(holderId, absences, now) : undefined;
  return {
    concern: { id, title, text, state, level, levelSince, dueAt, raisedAt, raisedFrom },
    squad,
    raiser: called(raisedBy) ?? 'somebody',
    holder: called(holderId),
    standsInFor: called(standsInFor),
    waitsUntil: away?.until ?? null,
    steps: steps.map(({ number, step, by, at, note, level: stepLevel, holderId: had }) => ({
      number,
      step,
      by,
      at,
      note,
      level: stepLevel,
      holder: called(had),
    })),
    article,
    part,
    offered: possible(concern, part),
  };
}
