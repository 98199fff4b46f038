/** All of how somebody is recognised, for their eyes. */
import type { Viewer } from '#app/accounts/viewer.ts';

import { type Grant, grantsOf } from './grants.server.ts';
import type { ShowState } from './post.ts';
import { postOf } from './posting.server.ts';
import { recognisedAs } from './recognised-words.server.ts';
import { recognitionRules } from './rules.server.ts';
import { shownBy } from './showing.server.ts';
import type { Shown } from './showing.ts';
import { sourceLink } from './source-link.server.ts';

const SOURCES = 5;

/** Whether each of these is on the wall, and what is told of it. */
export async function showStates(viewer: Viewer, all: readonly Shown[], now: number): Promise<ShowState[]> {
  const shown = await shownBy(viewer.id);
  return Promise.all(
    all.map(async ({ kind, subject }) => {
      const showing = shown.get(`${kind} ${subject}`);
      return { showing: showing ? { id: showing.id, post: await postOf(showing, now) } : null };
    }),
  );
}

/** The achievements and awards that stand, newest first, each with what it was given for; and whether points came of it. */
export async function ownRecognition(viewer: Viewer, now: number) {
  const grants = (await grantsOf(viewer.id)).reverse();
  const byWhat = new Map<string, Grant[]>();
  for (const grant of grants.filter(({ gives }) => gives !== 'points')) {
    const key = `${grant.gives} ${grant.what}`;
    byWhat.set(key, [...(byWhat.get(key) ?? []), grant]);
  }
  const groups = [...byWhat.values()];
  const whats = groups.map(([first]) => ({
    kind: first!.gives as 'achievement' | 'award',
    subject: first!.what,
  }));
  const states = await showStates(viewer, whats, now);
  const words = new Map(recognitionRules().map((rule) => [rule.key, rule]));
  const things = await Promise.all(
    groups.map(async (of, nth) => ({
      ...whats[nth]!,
      ...(await recognisedAs(whats[nth]!.kind, whats[nth]!.subject)),
      state: states[nth]!,
      more: Math.max(0, of.length - SOURCES),
      sources: await Promise.all(
        of.slice(0, SOURCES).map(async ({ id, at, rule, fact }) => ({
          id,
          at,
          rule: words.get(rule)?.words ?? rule,

          to: await sourceLink(viewer, fact),
        })),
      ),
    })),
  );
  return { things, hasPoints: grants.some(({ gives }) => gives === 'points') };
}
