import { expect } from 'vitest';

import { isDay, kinds } from '#app/action-items/action-item.ts';
import { severities } from '#app/action-items/severity.ts';
import type { PostmortemDocument } from '#app/postmortems/document.ts';
import { isLocal } from '#app/postmortems/moment.ts';

/** Every value of a document is one that a page can show, and that the form of the preview lets through. */
export function expectValid({ severity, timeline, milestones, actions }: PostmortemDocument): void {
  const wrong = [
    ...[...timeline, ...milestones].flatMap(({ at }) => (at === null || isLocal(at) ? [] : [at])),
    ...actions.flatMap(({ due }) => (due === null || isDay(due) ? [] : [due])),
    ...actions.flatMap(({ kind }) => (kind === null || kinds.includes(kind) ? [] : [kind])),
    ...[severity, ...actions.map((action) => action.severity)].filter(
      (one) => one !== null && !severities.includes(one),
    ),
  ];
  expect(wrong).toEqual([]);
}
