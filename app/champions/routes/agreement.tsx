import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { AgreementPage } from '#app/champions/agreement-page.tsx';
import { answerIn } from '#app/champions/answer.server.ts';
import { pitch } from '#app/champions/content.server.ts';
import { takeStep } from '#app/champions/enrolments.server.ts';
import { refusalWords } from '#app/champions/refusals.ts';
import { leadBack, scopedEnrolment } from '#app/champions/step-action.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';
import { render } from '#app/ui/markdown.server.ts';
import { Up } from '#app/ui/page.tsx';

export const meta = () => [{ title: 'Time for a champion · Guildhall' }];

const canAnswer = (state: string) => state === 'applied' || state === 'onboarding' || state === 'active';

export async function loader(args: LoaderFunctionArgs) {
  const { enrolment, person, squad, part } = await scopedEnrolment(args);
  if (part !== 'manager' || !canAnswer(enrolment.state)) throw await leadBack(args);
  const { heading, markdown } = pitch().manager;
  return {
    id: enrolment.id,
    person,
    squad,
    agreed: enrolment.state === 'applied' ? null : enrolment.hoursPerMonth,
    why: { heading, html: render(markdown) },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, enrolment, person, part } = await scopedEnrolment(args);
  const back = paths.enrolment(enrolment.id);
  const answer = await answerIn(args.request);
  if ('refused' in answer) return data(answer.refused, { status: 422 });
  const by = { by: { id: viewer.id, part }, now: Date.now() };
  const undone = enrolment.state === 'declined' ? 'decline-undone' : 'agreement-undone';
  const changes = enrolment.state === 'onboarding' || enrolment.state === 'active';
  const outcome =
    'undo' in answer
      ? await takeStep(enrolment.id, undone, by)
      : await takeStep(enrolment.id, answer.step === 'agreed' && changes ? 'hours-changed' : answer.step, {
          ...answer,
          ...by,
        });
  if ('refused' in outcome)
    return redirectSaying(back, { text: refusalWords[outcome.refused], tone: 'warn' });
  if ('undo' in answer) return redirectSaying(back, 'Taken back. It waits for your answer again.');
  const undo = { action: paths.enrolmentAgreement(enrolment.id), fields: { undo: 'yes' } };
  if (answer.step === 'declined') return redirectSaying(back, { text: `${person} is told, kindly.`, undo });
  const text = `${answer.hoursPerMonth} hours a month are agreed. ${person} is told.`;
  return redirectSaying(back, changes ? text : { text, undo });
}

export default function Agreement() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <AgreementPage
      above={<Up to={paths.enrolment(page.id)}>Where it stands</Up>}
      to={paths.enrolmentAgreement(page.id)}
      {...page}
      refused={refused}
    />
  );
}
