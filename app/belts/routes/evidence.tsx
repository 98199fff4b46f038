import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { askedAbout } from '#app/belts/attestations.server.ts';
import { EvidenceBadge } from '#app/belts/evidence-badge.tsx';
import { EvidenceColleagues } from '#app/belts/evidence-colleagues.tsx';
import { EvidenceConversation } from '#app/belts/evidence-conversation.tsx';
import { EvidenceNext } from '#app/belts/evidence-next.tsx';
import { evidencePage } from '#app/belts/evidence-page.server.ts';
import { scopedEvidence } from '#app/belts/evidence-scope.server.ts';
import { EvidenceShown } from '#app/belts/evidence-shown.tsx';
import { inPlaceOf, kindWords } from '#app/belts/evidence-words.ts';
import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.title ?? 'Evidence'} · Guildhall` },
];

/** A colleague who is asked about it is shown what they are asked, and nothing else. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, now, evidence, part } = await scopedEvidence(args);
  if (part === 'attester')
    throw redirect(paths.attestation((await askedAbout('evidence', evidence.id, viewer.id))!));
  return evidencePage(evidence, part, viewer, now);
}

export default function Evidence() {
  const page = useLoaderData<typeof loader>();
  const { asked, part, person, kind, state, title, until } = page;
  return (
    <>
      <PageHead
        above={<Up to={paths.reviewQueue()}>Evidence</Up>}
        title={title}
        lead={asked ? inPlaceOf(kind, asked.help) : 'The belts no longer ask for this.'}
      />
      <p className="-mt-4 mb-6 flex flex-wrap items-center gap-2">
        <EvidenceBadge state={state} part={part} />
        {asked && <Badge>{asked.belt}</Badge>}
        <Badge>{kindWords[kind]}</Badge>
        {until && <span className="text-sm text-soft">Holds until {until}</span>}
        {part === 'assessor' && <span className="text-sm text-soft">By {person}</span>}
      </p>
      <div className="grid gap-6 lg:grid-cols-[3fr_2fr] lg:grid-rows-[auto_1fr] lg:items-start">
        <div className="space-y-6">
          <EvidenceShown page={page} />
          <EvidenceColleagues page={page} />
        </div>
        <div className="space-y-6 lg:row-span-2">
          <EvidenceNext page={page} />
        </div>
        <EvidenceConversation history={page.history} />
      </div>
    </>
  );
}
