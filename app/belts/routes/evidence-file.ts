import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';

import { requireViewer } from '#app/accounts/session.server.ts';
import { isUndo } from '#app/accounts/undo.server.ts';
import { fileRefusalWords } from '#app/belts/evidence-files.ts';
import { fileFor, removeFile } from '#app/belts/evidence-files.server.ts';
import { servedFile } from '#app/belts/served-file.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';

/** 404 when it isn't theirs to see, whether it exists or not. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  args.context.keptNowhere = true;
  const { id = '', fileId = '' } = args.params;
  const file = await fileFor(viewer, id, fileId, Date.now());
  const response = file && (await servedFile(file));
  if (!response) throw data(null, { status: 404 });
  return response;
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args);
  const { id = '', fileId = '' } = args.params;
  const undo = await isUndo(args.request);
  const outcome = await removeFile(viewer, id, fileId, { now: Date.now(), undo });
  if ('refused' in outcome) {
    if (outcome.refused === 'no-such-file') throw data(null, { status: 404 });
    const text =
      outcome.refused === 'not-now'
        ? 'The files stay as they are while the evidence is with the assessors.'
        : `It stays removed, since it ${fileRefusalWords[outcome.refused]}`;
    return redirectSaying(paths.evidenceFiles(id), { text, tone: 'warn' });
  }
  if (undo) return redirectSaying(paths.evidenceFiles(id), `${outcome.name} is back.`);
  return redirectSaying(paths.evidenceFiles(id), {
    text: `${outcome.name} is removed.`,
    undo: { action: paths.evidenceFile(id, fileId), fields: { undo: 'yes' } },
  });
}
