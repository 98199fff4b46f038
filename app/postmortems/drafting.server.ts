/** How a postmortem comes to be: from a template, or from a document. */
import type { Owner } from '#app/action-items/owner.ts';
import { addActionItem } from '#app/action-items/action-items.server.ts';
import { makeAudience } from '#app/audiences/audience.server.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { newId } from '#db/ids.ts';
import {
  postmortemPeople,
  postmortems,
  postmortemSections,
  postmortemSources,
  postmortemSteps,
} from '#db/schema/postmortems.ts';

import type { DocumentAction, PostmortemDocument } from './document.ts';
import { recordMilestone } from './milestones.server.ts';
import { audienceOf, type Kind, type Reach } from './postmortem.ts';
import { freeKey } from './sections.server.ts';
import { completed, type Template } from './template.ts';
import { addEntry } from './timeline.server.ts';
import { touch } from './words.server.ts';

type Beginning = {
  title: string;
  kind: Kind;
  severity: number | null;
  timezone: string | null;
  reach: Reach;
  sections: { key: string; heading: string; help: string; markdown: string }[];
};
type By = { byId: string; now: number };

async function begin(tx: Tx, how: 'drafted' | 'imported', draft: Beginning, { byId, now }: By) {
  const id = newId();
  const { sections, ...facts } = draft;
  const author = { personId: byId, part: 'author' as const };
  const audienceId = await makeAudience(
    tx,
    audienceOf({ state: 'draft', reach: facts.reach, people: [author], squads: [] }),
  );
  await tx
    .insert(postmortems)
    .values({ id, ...facts, state: 'draft', audienceId, authorId: byId, createdAt: now, changedAt: now });
  await tx.insert(postmortemPeople).values({ postmortemId: id, ...author, addedAt: now, addedBy: byId });
  await tx
    .insert(postmortemSteps)
    .values({ id: newId(), postmortemId: id, step: how, at: now, byId, missing: [] });
  const keys = new Set<string>();
  const tried = new Map<string, number>();
  for (const [position, section] of sections.entries()) {
    const key = freeKey(section.key, keys, tried);
    keys.add(key);
    await tx.insert(postmortemSections).values({
      id: newId(),
      postmortemId: id,
      position,
      ...section,
      key,
      version: 1,
      changedAt: now,
      changedBy: byId,
    });
  }
  return { id, audienceId };
}

/** Starts a draft from a template, its author alone seeing it. Returns its id. */
export async function draftFrom(
  template: Template,
  facts: { title: string; severity: number | null; timezone: string | null; reach: Reach },
  by: By,
): Promise<string> {
  return db.write(async (tx) => {
    const sections = template.sections.map((section) => ({ ...section, markdown: '' }));
    const { id } = await begin(tx, 'drafted', { ...facts, kind: template.kind, sections }, by);
    await touch(tx, id, by.now);
    return id;
  });
}

export type Brought = {
  document: PostmortemDocument;
  /** whose sections are put in, empty, where the document lacks them */
  template: Template;
  /** what the reader could not place: kept as a last section */
  unplaced: string;
  source: { fileName: string; markdown: string };
  reach: Reach;
  /** who is meant by an owner's name in the document, where that is known */
  ownerOf: (action: DocumentAction) => Owner;
};

/** Keeps an imported document as a draft, with its source word for word. Returns its id. All or nothing. */
export async function bringIn(
  { document, template, unplaced, source, reach, ownerOf }: Brought,
  by: By,
): Promise<string> {
  const { byId, now } = by;
  return db.write(async (tx) => {
    const sections = completed(document.sections, template).map((section) => ({
      help: template.sections.find(({ key }) => key === section.key)?.help ?? '',
      markdown: '',
      ...section,
    }));
    if (unplaced.trim() !== '') {
      sections.push({
        key: 'unplaced',
        heading: 'Not placed yet',
        help: 'Words of the document that fitted nowhere. Move what matters, then empty this.',
        markdown: unplaced,
      });
    }
    const { title, kind, severity, timezone } = document;
    const { id, audienceId } = await begin(
      tx,
      'imported',
      { title, kind, severity, timezone, reach, sections },
      by,
    );
    for (const entry of document.timeline) await addEntry(tx, id, { ...entry, timezone }, by);
    for (const milestone of document.milestones)
      await recordMilestone(tx, id, milestone, { byId, now, timezone });
    for (const action of document.actions) {
      const { text, kind: actionKind, severity: actionSeverity, due, ticket, done } = action;
      await addActionItem(
        tx,
        { postmortemId: id, audienceId },
        {
          statement: text,
          kind: actionKind,
          severity: actionSeverity,
          owner: ownerOf(action),
          dueOn: due,
          ticket,
          sprint: null,
        },
        { byId, now, as: 'imported', done },
      );
    }
    await tx
      .insert(postmortemSources)
      .values({ postmortemId: id, ...source, importedAt: now, importedBy: byId });
    await touch(tx, id, now);
    return id;
  });
}
