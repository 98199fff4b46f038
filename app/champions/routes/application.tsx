import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';

import { emailField } from '#app/accounts/email.ts';
import { zoneHere } from '#app/accounts/organisation.server.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { ApplicationForm } from '#app/champions/application-form.tsx';
import { pitch } from '#app/champions/content.server.ts';
import { apply, earlierOf } from '#app/champions/enrolments.server.ts';
import { enrolmentsOf } from '#app/champions/enrolments-of.server.ts';
import { refusalWords } from '#app/champions/refusals.ts';
import { prose } from '#app/http/fields.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';
import { managersOfPerson } from '#app/squads/managers.server.ts';
import { squadsOf } from '#app/squads/squads.server.ts';
import { Callout } from '#app/ui/callout.tsx';
import { render } from '#app/ui/markdown.server.ts';
import { Prose } from '#app/ui/markdown.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';
import { day } from '#app/ui/time.ts';

export const meta = () => [{ title: 'Become a champion · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'see-champions');
  const zone = await zoneHere();
  const [squads, managers, earlier, ongoing] = await Promise.all([
    squadsOf(viewer.id),
    managersOfPerson(viewer.id),
    earlierOf(viewer.id),
    enrolmentsOf(viewer.id, Date.now(), zone),
  ]);
  const taken = new Set(ongoing.map(({ squadId }) => squadId));
  const { title, lead, ...sections } = pitch();
  return {
    title,
    lead,
    sections: (['for-you', 'asked', 'path'] as const).map((key) => ({
      key,
      heading: sections[key].heading,
      html: render(sections[key].markdown),
    })),
    squads: squads.filter(({ id }) => !taken.has(id)),
    ongoing: ongoing.map(({ id, squad }) => ({ id, squad })),
    managers: managers.map(({ name }) => name),
    earlier: earlier && {
      squad: earlier.squad,
      managerEmail: earlier.managerEmail,
      until: day(earlier.endedAt!, zone),
    },
  };
}

const schema = z.object({
  squad: z.string({ error: 'Choose your squad.' }).regex(/^[0-9a-z]{1,32}$/, 'Choose your squad.'),
  manager: z.string().default(''),
  word: prose(2000),
});

const problems = {
  'not-a-member': {
    squad: 'Choose a squad you belong to. If yours is missing, an organiser can add you to it.',
  },
  'squad-archived': {
    squad: 'This squad was archived a moment ago. Choose another; what you wrote is still here.',
  },
  'own-manager': { manager: refusalWords['own-manager'] },
  'no-manager': { manager: 'Give the e-mail address of whoever agrees your time.' },
};

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'see-champions');
  const read = await readForm(args.request, schema);
  if ('refused' in read) return data(read.refused, { status: 422 });
  const { squad: squadId, word, ...typed } = read.value;
  const email = typed.manager.trim() === '' ? null : emailField.safeParse(typed.manager);
  type Errors = { squad?: string; manager?: string; word?: string };
  const refuse = (errors: Errors) =>
    data({ errors, values: { squad: squadId, word, ...typed } as Record<string, string> }, { status: 422 });
  if (email && !email.success) return refuse({ manager: email.error.issues[0]!.message });
  const made = await apply(viewer, { squadId, managerEmail: email?.data ?? null, word }, Date.now());
  if (!('refused' in made))
    return redirectSaying(paths.enrolment(made.id), {
      text: 'Thank you. Your manager is asked, and this page shows where it stands.',
      undo: { action: paths.enrolmentWithdrawal(made.id) },
    });
  if (made.refused === 'already')
    return redirectSaying(paths.enrolment(made.id), 'You have applied for this squad already: here it is.');
  return refuse(problems[made.refused]);
}

export default function Application() {
  const { title, lead, sections, earlier, ongoing, squads, managers } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead above={<Up to={paths.champions()}>Champions</Up>} title={title} lead={lead} />
      <div className="grid gap-8 lg:grid-cols-[3fr_2fr] lg:items-start">
        <div className="space-y-7">
          {sections.map(({ key, heading, html }) => (
            <section key={key} aria-labelledby={key}>
              <h2 id={key} className="mb-2 font-serif text-xl font-semibold">
                {heading}
              </h2>
              <Prose html={html} />
            </section>
          ))}
        </div>
        <Card aria-labelledby="apply" className="space-y-5 lg:sticky lg:top-6">
          <h2 id="apply" className="font-serif text-xl font-semibold">
            {earlier ? 'Come back' : 'Apply'}
          </h2>
          {earlier && (
            <Callout tone="accent">
              You were champion of {earlier.squad} until {earlier.until}. What you know counts: those points
              of the onboarding are done already.
            </Callout>
          )}
          {ongoing.map(({ id, squad }) => (
            <p key={id}>
              <Link to={paths.enrolment(id)} className="text-accent underline underline-offset-4">
                Your application for {squad}
              </Link>{' '}
              is under way.
            </p>
          ))}
          <ApplicationForm
            squads={squads}
            managers={managers}
            managerEmail={earlier?.managerEmail ?? ''}
            isFirst={ongoing.length === 0}
            refused={refused}
          />
        </Card>
      </div>
    </>
  );
}
