import { z } from 'zod';

import { readForm } from '#app/http/form.server.ts';

const undoing = z.object({ undo: z.string().optional() });

/** Whether a form takes a step back instead of making it. */
export async function isUndo(request: Request): Promise<boolean> {
  const read = await readForm(request, undoing);
  return 'value' in read && Boolean(read.value.undo);
}
