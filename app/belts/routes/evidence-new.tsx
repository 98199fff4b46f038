import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { z } from 'zod';

import { requirePermission } from '#app/accounts/session.server.ts';
import { askedFor } from '#app/belts/evidence-requirement.server.ts';
import { begin, ongoingFor } from '#app/belts/evidence.server.ts';
import { beltRules } from '#app/belts/rules.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Show what you did · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'see-belts');
  args.context.keptNowhere = true;
  const wanted = new URL(args.request.url).searchParams.get('requirement');
  const asked = wanted === null ? null : askedFor(wanted);
  if (wanted !== null && asked === null) throw data(null, { status: 404 });
  const ongoing = wanted === null ? null : await ongoingFor(viewer.id, wanted);
  if (ongoing) throw redirect(paths.evidence(ongoing.id));
  const { belts, assessors } = beltRules();
  return {
    assessors,
    asked: asked && {
      id: asked.requirement.id,
      words: asked.requirement.words,
      help: asked.requirement.help,
      belt: asked.belt.name,
      isEvidence: asked.requirement.kind === 'evidence',
      attestations: asked.requirement.kind === 'evidence' ? (asked.requirement.attestations ?? 0) : 0,
    },
    belts: asked
      ? []
      : belts.map(({ key, name, requirements }) => ({
          key,
          name,
          requirements: requirements.map(({ id, words, kind }) => ({
            id,
            words,
            isEvidence: kind === 'evidence',
          })),
        })),
  };
}

const schema = z.object({
  requirement: z.string().max(100),
  kind: z.enum(['evidence', 'equivalent']).default('evidence'),
});

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'see-belts');
  const read = await readForm(args.request, schema);
  if ('refused' in read) throw data(null, { status: 400 });
  const begun = await begin(viewer, read.value, Date.now());
  if ('refused' in begun) throw data(null, { status: 404 });
  if (begun.isNew) return redirect(paths.editEvidence(begun.id), 303);
  return redirectSaying(paths.evidence(begun.id), 'You have begun this already: here it is.');
}

export default function NewEvidence() {
  const { asked, belts, assessors } = useLoaderData<typeof loader>();
  return asked ? <Begin asked={asked} assessors={assessors} /> : <Choose belts={belts} />;
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

function Begin({ asked, assessors }: { asked: NonNullable<Page['asked']>; assessors: number }) {
  const { id, words, help, belt, isEvidence, attestations } = asked;
  return (
    <>
      <PageHead
        above={<Up to={paths.belts()}>{belt}</Up>}
        title={words}
        lead={isEvidence ? help : `${help} Something from elsewhere that shows the same counts too.`}
      />
      <Card aria-labelledby="begin" className="max-w-3xl space-y-5">
        <h2 id="begin" className="font-serif text-xl font-semibold">
          How it goes
        </h2>
        <ol className="list-decimal space-y-2 pl-5">
          <li>
            {isEvidence
              ? 'Write down what you did, with links and files where they say more than words.'
              : 'Say what you have from elsewhere, why it shows the same, and until when it holds.'}
          </li>
          {attestations > 0 && (
            <li>Name at least {attestations} colleagues who were there: they are asked to confirm it.</li>
          )}
          <li>
            {assessors === 1 ? 'Somebody who holds' : `${assessors} people who hold`} the belt, or organisers,
            look at it and approve it, or say what is missing.
          </li>
        </ol>
        <p className="text-soft">
          It is a draft until you submit it, and yours alone until then. Afterwards those who may assess it
          see it, and nobody else.
        </p>
        <Form method="post" className="flex flex-wrap gap-3">
          <input type="hidden" name="requirement" value={id} />
          {isEvidence && (
            <Button weight="primary" name="kind" value="evidence">
              Begin
            </Button>
          )}
          <Button weight={isEvidence ? 'plain' : 'primary'} name="kind" value="equivalent">
            I have it from elsewhere
          </Button>
        </Form>
      </Card>
    </>
  );
}

function Choose({ belts }: Pick<Page, 'belts'>) {
  return (
    <>
      <PageHead
        above={<Up to={paths.reviewQueue()}>Evidence</Up>}
        title="What would you like to show?"
        lead="Each requirement can be met by what you do here, or by something from elsewhere that shows the same."
      />
      <div className="space-y-8">
        {belts.map(({ key, name, requirements }) => (
          <section key={key} aria-labelledby={key}>
            <h2 id={key} className="mb-2 font-serif text-xl font-semibold">
              {name}
            </h2>
            <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
              {requirements.map(({ id, words, isEvidence }) => (
                <li key={id} className="px-5 py-3">
                  <Link to={paths.newEvidence(id)} className="font-medium hover:underline">
                    {words}
                  </Link>
                  <p className="text-sm text-soft">
                    {isEvidence ? 'Shown here, or from elsewhere' : 'From elsewhere'}
                  </p>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}
