import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { requireViewer } from '#app/accounts/session.server.ts';
import { isOpen } from '#app/belts/evidence.ts';
import { FileForm, FileList, RefusedFiles } from '#app/belts/evidence-files.tsx';
import { filesOf } from '#app/belts/evidence-files.server.ts';
import { takeUploads } from '#app/belts/uploads.server.ts';
import { visibleEvidence } from '#app/belts/visible-evidence.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Files · Guildhall' }];

/** 404 when it isn't theirs to see, whether it exists or not; so it is for whoever is shown its words alone. */
async function scoped(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const viewer = await requireViewer(args);
  args.context.keptNowhere = true;
  const now = Date.now();
  const seen = await visibleEvidence(viewer, args.params.id ?? '', now);
  if (!seen || seen.part === 'attester') throw data(null, { status: 404 });
  return { viewer, now, ...seen, mayChange: seen.part === 'applicant' && isOpen(seen.evidence.state) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, now, evidence, mayChange } = await scoped(args);
  return { id: evidence.id, mayChange, files: await filesOf(viewer, evidence.id, now) };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, now, evidence, part } = await scoped(args);
  if (part !== 'applicant') throw data(null, { status: 403 });
  const taken = await takeUploads(args.request, viewer, evidence.id, now);
  if (taken === null) throw data(null, { status: 400 });
  const { added, refused } = taken;
  if (refused.length === 0) return redirectSaying(paths.evidenceFiles(evidence.id), saying(added));
  return data({ added: added.map(({ name }) => name), refused }, { status: 422 });
}

const saying = (added: { name: string }[]) => {
  if (added.length === 0)
    return { text: 'No file was chosen. Choose one, and then add it.', tone: 'warn' as const };
  return added.length === 1 ? `${added[0]!.name} is added.` : `${added.length} files are added.`;
};

export default function EvidenceFiles() {
  const { id, mayChange, files } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  return (
    <>
      <PageHead
        above={<Up to={paths.evidence(id)}>The evidence</Up>}
        title="Files"
        lead={mayChange ? 'What shows best what you did: a picture of it, a report, a log.' : undefined}
        actions={
          mayChange && files.length > 0 && <ButtonLink to={paths.evidence(id)}>Done with files</ButtonLink>
        }
      />
      <div className="space-y-6">
        {outcome && 'refused' in outcome && <RefusedFiles {...outcome} />}
        <Card aria-label="The files">
          <FileList evidenceId={id} files={files} mayChange={mayChange} />
        </Card>
        {mayChange && (
          <Card>
            <FileForm evidenceId={id} files={files} />
          </Card>
        )}
      </div>
    </>
  );
}
