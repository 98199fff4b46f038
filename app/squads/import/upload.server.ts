import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { requirePermission } from '#app/accounts/session.server.ts';
import { configuration } from '#app/configuration.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { formAsSent, formIn } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';

import { decode } from './decode.ts';
import { carryOut, type ImportKind, planOf, seenIn, tableOf } from './importing.server.ts';
import { countsOf, differingRows } from './plan.ts';
import { forgetPreview, keepPreview, previewOf } from './previews.server.ts';
import { countWords } from './words.ts';

/** What the two rooms' import pages answer: to a file, to a look at it, and to "import". */
const right = { people: 'invite-people', squads: 'arrange-squads' } as const;
const start = { people: paths.importPeople, squads: paths.importSquads };
const preview = { people: paths.peopleImport, squads: paths.squadImport };
const list = { people: paths.people, squads: paths.squads };

export async function askForFile(kind: ImportKind, args: LoaderFunctionArgs) {
  await requirePermission(args, right[kind]);
  return { most: configuration.uploadBytes / 1048576 };
}

const refuse = (refused: string) => data({ refused }, { status: 422 });

/** Takes a file, or text from the clipboard, and leads to what it would change. Nothing is imported yet. */
export async function takeFile(kind: ImportKind, args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, right[kind]);
  const form = await formAsSent(args.request);
  const file = form.get('file');
  const pasted = String(form.get('text') ?? '');
  const sent = file instanceof File && file.size > 0 ? file : null;
  if (!sent && pasted.trim() === '') return refuse('Choose a file, or paste its text.');
  if ((sent?.size ?? pasted.length) > configuration.uploadBytes)
    return refuse(`That is larger than ${configuration.uploadBytes / 1048576} MB. Send it in parts.`);
  const decoded = decode(sent ? new Uint8Array(await sent.arrayBuffer()) : new TextEncoder().encode(pasted));
  if ('refused' in decoded) return refuse(decoded.refused);
  const named = { ...decoded, fileName: sent ? sent.name.replaceAll('\0', '').slice(0, 200) : 'pasted text' };
  const kept = await keepPreview(kind, named, viewer, Date.now());
  return 'refused' in kept ? refuse(kept.refused) : redirect(preview[kind](kept.id), 303);
}

/** As many of each are shown; all are imported. */
const SHOWN = 100;

/** What a file would change, as things stand now. */
export async function showPreview(kind: ImportKind, args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, right[kind]);
  const kept = await previewOf(kind, args.params.id!, viewer);
  const table = kept && tableOf(kind, kept.text);
  if (!table || 'refused' in table) throw data(null, { status: 404 });
  const plan = await planOf(kind, table);
  const shown = (rows: typeof plan.rows) =>
    rows.slice(0, SHOWN).map(({ line, title, changes }) => ({ line, title, changes }));
  const of = (wanted: string) => shown(plan.rows.filter((row) => row.kind === wanted));
  return {
    fileName: kept.fileName,
    encoding: kept.encoding,
    separator: table.separator,
    ignored: table.ignored.slice(0, 20),
    counts: countsOf(plan),
    seen: seenIn(plan),
    fresh: of('new'),
    changed: of('changed'),
    differing: shown(differingRows(plan, kept.met)),
    faults: plan.faults.slice(0, SHOWN),
  };
}

/** Imports what was looked at; where something changed since, shows it again instead. */
export async function takePreview(kind: ImportKind, args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, right[kind]);
  const kept = await previewOf(kind, args.params.id!, viewer);
  if (!kept)
    return redirectSaying(start[kind](), {
      text: 'That file was imported already, or put aside for another. Choose it again.',
      tone: 'warn',
    });
  const table = tableOf(kind, kept.text);
  if ('refused' in table) throw data(null, { status: 404 });
  const seen = String((await formIn(args.request)).get('seen') ?? '');
  const done = await carryOut(kind, table, { by: viewer, seen }, Date.now());
  if ('refused' in done) return data({ stale: true }, { status: 409 });
  await forgetPreview(kept.id);
  return redirectSaying(list[kind](), `Imported: ${countWords(done.counts)}.`);
}
