import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { isOpen } from '#app/belts/evidence.ts';
import { comparedEvidence, typedEvidence } from '#app/belts/evidence-edit.ts';
import { EvidenceFields } from '#app/belts/evidence-fields.tsx';
import { evidenceSchema, untilProblem } from '#app/belts/evidence-form.ts';
import { askedFor, requirementWords } from '#app/belts/evidence-requirement.server.ts';
import { leadBack, scopedEvidence } from '#app/belts/evidence-scope.server.ts';
import { inPlaceOf } from '#app/belts/evidence-words.ts';
import { saveEvidence } from '#app/belts/evidence.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { Callout } from '#app/ui/callout.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';
import { Stale } from '#app/ui/stale.tsx';

export const meta: MetaFunction = () => [{ title: 'What you show · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const { evidence, part } = await scopedEvidence(args);
  if (part !== 'applicant') throw await leadBack(args);
  const { id, version, kind } = evidence;
  const asked = askedFor(evidence.requirement)?.requirement;
  const isChoice = asked?.kind === 'evidence';
  return {
    id,
    version,
    title: requirementWords(evidence.requirement),
    values: typedEvidence(evidence),
    isChoice,
    isEquivalent: kind === 'equivalent',
    help: asked ? inPlaceOf(isChoice ? 'evidence' : 'equivalent', asked.help) : '',
    isOpen: isOpen(evidence.state),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, evidence, now } = await scopedEvidence(args);
  const page = paths.evidence(evidence.id);
  const read = await readForm(args.request, evidenceSchema);
  if ('refused' in read) return data({ refused: read.refused, stale: null }, { status: 422 });
  const { version, ...typed } = read.value;
  const written = { ...typed, kind: typed.kind ?? evidence.kind };
  const values = typedEvidence(written);
  const problem = written.kind === 'equivalent' ? untilProblem(written.until, now) : null;
  if (problem) return data({ refused: { errors: { until: problem }, values }, stale: null }, { status: 422 });
  const saved = await saveEvidence(viewer, evidence.id, version, written);
  if (!('refused' in saved)) return redirectSaying(page, 'Saved.');
  // What was typed is not thrown away: it stays on the page that says why it could not be kept.
  const refused = { errors: {}, values };
  if (saved.refused === 'not-now') return data({ refused, stale: null }, { status: 409 });
  return data({ refused, stale: comparedEvidence(saved.now, written) }, { status: 409 });
}

export default function EditEvidence() {
  const { title, isOpen: canSave, ...form } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead above={<Up to={paths.evidence(form.id)}>{title}</Up>} title="What you show" />
      {answer?.stale && <Stale pairs={answer.stale} />}
      {!canSave && (
        <div className="mb-6 max-w-3xl">
          <Callout tone="warn" title="It cannot be changed now" live>
            <p>What is with the assessors, or decided, stays as it is. To change it, take it back first.</p>
          </Callout>
        </div>
      )}
      {(canSave || answer) && (
        <Card aria-label="What you show" className="max-w-3xl">
          <EvidenceFields {...form} refused={answer?.refused} />
        </Card>
      )}
    </>
  );
}
