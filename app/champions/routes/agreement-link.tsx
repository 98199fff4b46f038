import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { requireViewer } from '#app/accounts/session.server.ts';
import { AgreementPage } from '#app/champions/agreement-page.tsx';
import { answerByLink, openAgreementLink } from '#app/champions/agreement-links.server.ts';
import { answerIn } from '#app/champions/answer.server.ts';
import { ClosedLinkNotice } from '#app/champions/closed-link.tsx';
import { pitch } from '#app/champions/content.server.ts';
import { refusalWords } from '#app/champions/refusals.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';
import { render } from '#app/ui/markdown.server.ts';

export const meta = () => [{ title: 'Time for a champion · Guildhall' }];

async function opened(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const viewer = await requireViewer(args);
  args.context.keptNowhere = true;
  const token = args.params.token ?? '';
  return { viewer, token, link: await openAgreementLink(viewer, token, Date.now()) };
}

export async function loader(args: LoaderFunctionArgs) {
  const { token, link } = await opened(args);
  if ('closed' in link)
    return data({ ...link, open: null }, { status: link.closed === 'unknown' ? 404 : 410 });
  const { heading, markdown } = pitch().manager;
  const why = { heading, html: render(markdown) };
  const open = { token, person: link.person, squad: link.squad, why };
  return data({ closed: null, id: null, open });
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, token, link } = await opened(args);
  // Answered twice at once, or while it ended: the page itself says what to do.
  if ('closed' in link) return redirect(paths.agreement(token));
  const answer = await answerIn(args.request);
  if ('refused' in answer) return data(answer.refused, { status: 422 });
  if ('undo' in answer) throw data(null, { status: 400 });
  const id = link.enrolment.id;
  const outcome = await answerByLink(token, { id, byId: viewer.id }, answer, Date.now());
  const page = paths.enrolment(id);
  if ('refused' in outcome)
    return redirectSaying(page, { text: refusalWords[outcome.refused], tone: 'warn' });
  return redirectSaying(page, {
    text: answer.step === 'agreed' ? `Agreed. ${link.person} is told.` : `${link.person} is told, kindly.`,
    undo: { action: paths.enrolmentAgreement(id), fields: { undo: 'yes' } },
  });
}

export default function AgreementLink() {
  const { closed, id, open } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (open === null) return <ClosedLinkNotice why={closed} id={id} />;
  return <AgreementPage to={paths.agreement(open.token)} {...open} refused={refused} />;
}
