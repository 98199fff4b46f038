import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { renewSecret } from '#app/channels/channels.server.ts';
import { scopedChannel } from '#app/channels/scoped.server.ts';
import { SecretOnce } from '#app/channels/secret-once.tsx';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Signing secret · Guildhall' }];

async function found(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { viewer, channel } = await scopedChannel(args);
  if (!channel.isSigned) throw data(null, { status: 404 });
  return { viewer, channel };
}

export async function loader(args: LoaderFunctionArgs) {
  const { id, name } = (await found(args)).channel;
  return { id, name };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, channel } = await found(args);
  const secret = await renewSecret(viewer, channel.id, Date.now());
  if (secret === null) throw data(null, { status: 404 });
  return { secret };
}

export default function Secret() {
  const { id, name } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead above={<Up to={paths.channel(id)}>{name}</Up>} title="Signing secret" />
      {answer ? (
        <div className="max-w-3xl space-y-6">
          <SecretOnce title="Posts are signed by this one from now on" secret={answer.secret} />
          <ButtonLink to={paths.channel(id)} weight="primary">
            I have kept it
          </ButtonLink>
        </div>
      ) : (
        <Card className="max-w-2xl" aria-label="Make it anew">
          <p>
            Each post is signed, so that its receiver knows it is from here. The secret was shown once, when
            it was made. Is it lost, or has somebody seen it? Make another: from that moment on the receiver
            has to check by it, and the old one holds no more.
          </p>
          <Form method="post" className="mt-4">
            <Button weight="primary">Make it anew</Button>
          </Form>
        </Card>
      )}
    </>
  );
}
