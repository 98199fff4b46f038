/** Files of evidence through somebody's eyes. Attesters are shown words, never files. */
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';

import type { Viewer } from '#app/accounts/viewer.ts';
import { kindOf } from '#app/http/file-kind.server.ts';
import { fileName } from '#app/http/file-name.ts';
import { log } from '#app/http/log.server.ts';
import { db } from '#db/database.server.ts';
import type { Tx } from '#db/database.ts';
import { FileNotKept } from '#db/faults.ts';
import {
  dropFile,
  keepReceived,
  letGoOf,
  type Received,
  receivedBytes,
  receiveFile,
} from '#db/files.server.ts';
import { newId } from '#db/ids.ts';
import { evidenceFiles } from '#db/schema/belts.ts';

import { type EvidenceFile, type FileRefusal, LARGEST_FILE, MOST_FILES, roomFor } from './evidence-files.ts';
import { isOpen } from './evidence.ts';
import { touchEvidence } from './evidence.server.ts';
import { visibleEvidence } from './visible-evidence.server.ts';

export type Upload = { name: string; data: AsyncIterable<Uint8Array> | Iterable<Uint8Array> };
type Refused = { name: string; refused: FileRefusal } | { name: string; refused: 'kind'; says: string };

const shown = {
  id: evidenceFiles.id,
  name: evidenceFiles.name,
  type: evidenceFiles.type,
  bytes: evidenceFiles.bytes,
  addedAt: evidenceFiles.addedAt,
};

/** The files of evidence, oldest first; none for whoever is not to see them. */
export async function filesOf(viewer: Viewer, evidenceId: string, now: number): Promise<EvidenceFile[]> {
  const seen = await visibleEvidence(viewer, evidenceId, now);
  return seen && seen.part !== 'attester' ? there(evidenceId) : [];
}

const there = (evidenceId: string): Promise<EvidenceFile[]> =>
  db.read
    .select(shown)
    .from(evidenceFiles)
    .where(and(eq(evidenceFiles.evidenceId, evidenceId), isNull(evidenceFiles.removedAt)))
    .orderBy(asc(evidenceFiles.addedAt), asc(evidenceFiles.name), asc(evidenceFiles.id));

/** One of them; null where there is none, or it is not theirs to see. */
export async function fileFor(
  viewer: Viewer,
  evidenceId: string,
  fileId: string,
  now: number,
): Promise<EvidenceFile | null> {
  return (await filesOf(viewer, evidenceId, now)).find(({ id }) => id === fileId) ?? null;
}

/**
 * Adds a file to evidence that its applicant may change. Refuses what is too large or too many, what is no kind that is
 * taken or is not what its name says, and what the disk does not take: then nothing of it is left. What reading the
 * upload throws is thrown on.
 */
export async function addFile(
  by: Viewer,
  evidenceId: string,
  { name: given, data }: Upload,
  now: number,
): Promise<{ added: EvidenceFile } | Refused> {
  const name = fileName(given);
  const seen = await visibleEvidence(by, evidenceId, now);
  if (seen?.part !== 'applicant' || !isOpen(seen.evidence.state)) return { name, refused: 'not-now' };
  if ((await there(evidenceId)).length >= MOST_FILES) return { name, refused: 'too-many' };
  const id = newId();
  try {
    const received = await receiveFile(id, data, LARGEST_FILE);
    if ('refused' in received) return { name, ...received };
    return await keepIfTaken({ id, name, evidenceId, received, now });
  } catch (error) {
    if (!(error instanceof FileNotKept)) throw error;
    log('error', 'file-not-kept', { stack: error.message });
    return { name, refused: error.isFull ? 'no-room' : 'not-kept' };
  } finally {
    await letGoOf(id).catch(() => {});
  }
}

type Coming = { id: string; name: string; evidenceId: string; received: Received; now: number };

let looking: Promise<unknown> = Promise.resolve();

/** Looked at one after the other, since each is whole in memory then. */
function kindOfReceived(id: string, name: string): ReturnType<typeof kindOf> {
  const kind = looking.then(async () => kindOf(await receivedBytes(id), name));
  looking = kind.catch(() => {});
  return kind;
}

/** The bytes first, then the row: a row never lacks its bytes. Should the row fail, the sweep finds the bytes. */
async function keepIfTaken({ id, name, evidenceId, received, now }: Coming) {
  const kind = await kindOfReceived(id, name);
  if ('refused' in kind) return { name, refused: 'kind' as const, says: kind.refused };
  await keepReceived(id);
  const outcome = await db.write(async (tx) => {
    // Of two who add at once, the second waits here, and counts what the first has added.
    if (!(await touchEvidence(tx, evidenceId))) return { name, refused: 'not-now' as const };
    const same = await sentBefore(tx, evidenceId, name, received.sha256);
    if (same) return { added: same };
    const no = roomFor(received.bytes, await there(evidenceId));
    if (no) return { name, ...no };
    const file = { id, name, type: kind.type, bytes: received.bytes, addedAt: now };
    await tx.insert(evidenceFiles).values({ ...file, evidenceId, sha256: received.sha256 });
    return { added: file };
  });
  if ('refused' in outcome || outcome.added.id !== id) await dropFile(id);
  return outcome;
}

/** The same under the same name: a form that was sent twice. */
async function sentBefore(
  tx: Tx,
  evidenceId: string,
  name: string,
  sha256: string,
): Promise<EvidenceFile | null> {
  const [same] = await tx
    .select(shown)
    .from(evidenceFiles)
    .where(
      and(
        eq(evidenceFiles.evidenceId, evidenceId),
        eq(evidenceFiles.name, name),
        eq(evidenceFiles.sha256, sha256),
        isNull(evidenceFiles.removedAt),
      ),
    );
  return same ?? null;
}

/** Takes a file away, or brings it back while its bytes are kept. Refuses while the evidence may not be changed. */
export async function removeFile(
  by: Viewer,
  evidenceId: string,
  fileId: string,
  { now, undo }: { now: number; undo: boolean },
): Promise<{ name: string } | { refused: 'no-such-file' | 'not-now' | 'too-many' | 'too-much' }> {
  const seen = await visibleEvidence(by, evidenceId, now);
  if (seen?.part !== 'applicant') return { refused: 'no-such-file' };
  return db.write(async (tx) => {
    const [file] = await tx
      .select()
      .from(evidenceFiles)
      .where(and(eq(evidenceFiles.id, fileId), eq(evidenceFiles.evidenceId, evidenceId)));
    if (!file) return { refused: 'no-such-file' };
    if ((file.removedAt === null) === undo) return { name: file.name };
    if (!(await touchEvidence(tx, evidenceId))) return { refused: 'not-now' };
    const no = undo ? roomFor(file.bytes, await there(evidenceId)) : null;
    if (no) return no;
    await tx
      .update(evidenceFiles)
      .set({ removedAt: undo ? null : now })
      .where(
        and(
          eq(evidenceFiles.id, fileId),
          undo ? isNotNull(evidenceFiles.removedAt) : isNull(evidenceFiles.removedAt),
        ),
      );
    return { name: file.name };
  });
}
