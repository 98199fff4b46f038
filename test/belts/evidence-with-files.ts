/** Evidence of somebody, straight into the database, and what lies in the folder of files. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { eq } from 'drizzle-orm';

import { addFile } from '#app/belts/evidence-files.server.ts';
import type { State } from '#app/belts/evidence.ts';
import { db } from '#db/database.server.ts';
import { filesFolder } from '#db/files-folder.ts';
import { newId } from '#db/ids.ts';
import { evidence, evidenceFiles } from '#db/schema/belts.ts';
import { now } from '#test/support/clock.ts';
import type { TestPerson } from '#test/support/people.ts';

export async function evidenceOf({ id: personId }: { id: string }, state: State = 'draft'): Promise<string> {
  const id = newId();
  await db.write((tx) =>
    tx.insert(evidence).values({
      id,
      personId,
      requirement: 'green/sast-scan',
      kind: 'evidence',
      state,
      text: 'What I did',
      links: [],
      round: state === 'draft' ? 0 : 1,
      version: 1,
      createdAt: now,
      ongoing: null,
    }),
  );
  return id;
}

export const put = (id: string, state: State) =>
  db.write((tx) => tx.update(evidence).set({ state }).where(eq(evidence.id, id)));

export const rowsOf = (id: string) =>
  db.read.select().from(evidenceFiles).where(eq(evidenceFiles.evidenceId, id)).orderBy(evidenceFiles.name);

/** Adds one that is taken. */
export async function added(by: TestPerson, id: string, name: string, bytes: Uint8Array, at = now) {
  const outcome = await addFile(by, id, { name, data: [bytes] }, at);
  if ('refused' in outcome) throw new Error(JSON.stringify(outcome));
  return outcome.added;
}

/** Every name in the folder of files, half ones included. */
export const lying = () => {
  const folder = filesFolder();
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((shard) => readdirSync(join(folder, shard)));
};
