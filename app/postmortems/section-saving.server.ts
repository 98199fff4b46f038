import { z } from 'zod';

import { prose } from '#app/http/fields.ts';
import { readForm } from '#app/http/form.server.ts';

import type { SectionAnswer } from './section-answer.ts';
import { saveSection, sectionNamed } from './sections.server.ts';

type Scope = {
  viewer: { id: string };
  postmortem: { id: string };
  section: { key: string; version: number };
};

const schema = z.object({ markdown: prose(), version: z.coerce.number().int() });

/** Saves a section as a form asks, and says how it went: saved, refused, or somebody else was first. */
export async function answerToSave(
  { viewer, postmortem, section }: Scope,
  request: Request,
  now: number,
): Promise<{ status: 200 | 409 | 422; answer: SectionAnswer }> {
  const form = await readForm(request, schema);
  if ('refused' in form) {
    const error = form.refused.errors.markdown ?? 'That could not be read.';
    const typed = form.refused.values.markdown;
    return { status: 422, answer: { error, typed, stale: null, version: section.version } };
  }
  const saved = await saveSection(postmortem.id, section.key, form.value, { byId: viewer.id, now });
  if ('saved' in saved) return { status: 200, answer: { error: null, stale: null, version: saved.saved } };
  const held = await sectionNamed(postmortem.id, section.key);
  const stale = { by: held?.changedByName, theirs: held?.markdown ?? '', yours: form.value.markdown };
  return { status: 409, answer: { error: null, stale, version: held?.version ?? 0 } };
}
