import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { LINK_DAYS, makeAgreementLink } from '#app/champions/agreement-links.server.ts';
import { refusalWords } from '#app/champions/refusals.ts';
import { leadBack, scopedEnrolment } from '#app/champions/step-action.server.ts';
import { configuration } from '#app/configuration.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { CopyField } from '#app/ui/copy-field.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta = () => [{ title: 'A link for your manager · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const { enrolment, part, squad } = await scopedEnrolment(args);
  if (part !== 'person' || enrolment.state !== 'applied') throw await leadBack(args);
  return { id: enrolment.id, squad, days: LINK_DAYS };
}

export async function action(args: ActionFunctionArgs) {
  const { enrolment, part } = await scopedEnrolment(args);
  if (part !== 'person') throw data(null, { status: 404 });
  const made = await makeAgreementLink(enrolment.id, Date.now());
  if ('refused' in made)
    return redirectSaying(paths.enrolment(enrolment.id), { text: refusalWords[made.refused], tone: 'warn' });
  return { link: configuration.origin + paths.agreement(made.token) };
}

export default function ManagerLink() {
  const { id, squad, days } = useLoaderData<typeof loader>();
  const link = useActionData<typeof action>()?.link;
  return (
    <>
      <PageHead
        above={<Up to={paths.enrolment(id)}>Your application for {squad}</Up>}
        title={link ? 'The link is ready' : 'A link for your manager'}
      />
      <Card className="max-w-2xl space-y-5">
        {link ? (
          <CopyField
            label="Link to hand over"
            value={link}
            help={`Copy it now: it is shown this once. It is good for ${days} days and one answer. Your manager signs in with their own account.`}
          />
        ) : (
          <Form method="post" className="space-y-5">
            <p>
              Your manager was told here already. A link helps where they do not look: hand it over by chat or
              mail. A link made before ends.
            </p>
            <Button weight="primary">Make the link</Button>
          </Form>
        )}
      </Card>
    </>
  );
}
