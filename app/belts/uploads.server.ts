/** Files as a form sends them: each is dealt with before the next is read. */
import type { Viewer } from '#app/accounts/viewer.ts';
import { boundaryIn, BrokenForm, partsOf } from '#app/http/multipart.ts';

import { type EvidenceFile, fileRefusalWords, MOST_FILES } from './evidence-files.ts';
import { addFile } from './evidence-files.server.ts';

export type Taken = { added: EvidenceFile[]; refused: { name: string; says: string }[] };

/** Files that are looked at in one form, and all its parts: more is no choice that somebody made by hand. */
const MOST_SENT = 3 * MOST_FILES;
const MOST_PARTS = 2 * MOST_SENT;

/** Node reads its streams with `for await`, and the types of browsers do not know it. */
type NodeStream = ReadableStream<Uint8Array> & AsyncIterable<Uint8Array>;

/**
 * Adds what a form sends, and names one by one what was refused; of very many, the first ones. Null when it is no form with
 * files, has parts without end, or breaks off in the middle; what came whole before that is kept.
 */
export async function takeUploads(
  request: Request,
  by: Viewer,
  evidenceId: string,
  now: number,
): Promise<Taken | null> {
  const boundary = boundaryIn(request.headers.get('Content-Type'));
  if (boundary === null || request.body === null) return null;
  const taken: Taken = { added: [], refused: [] };
  let parts = 0;
  try {
    for await (const { fileName, data } of partsOf(request.body as NodeStream, boundary)) {
      if (++parts > MOST_PARTS) return null;
      if (fileName === null || fileName === '') continue; // a field, or a file field that was left empty
      if (taken.added.length + taken.refused.length === MOST_SENT) {
        taken.refused.push({
          name: 'What came after these',
          says: `was not looked at. Choose ${MOST_FILES} files at the most.`,
        });
        break;
      }
      const outcome = await addFile(by, evidenceId, { name: fileName, data }, now);
      if ('added' in outcome) taken.added.push(outcome.added);
      else
        taken.refused.push({
          name: outcome.name,
          says: outcome.refused === 'kind' ? outcome.says : fileRefusalWords[outcome.refused],
        });
    }
  } catch (error) {
    if (error instanceof BrokenForm) return null;
    throw error;
  }
  return taken;
}
