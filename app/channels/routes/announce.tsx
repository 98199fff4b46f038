import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';

import { may } from '#app/accounts/permissions.ts';
import { requireViewer } from '#app/accounts/session.server.ts';
import { announceableWords } from '#app/channels/announcement.ts';
import { ChannelPreview } from '#app/channels/channel-preview.tsx';
import { announceAs, previewOf } from '#app/hall/announcing.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Empty, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Tell the channel · Guildhall' }];

const asked = (request: Request) => {
  const { searchParams } = new URL(request.url);
  return [searchParams.get('kind'), searchParams.get('subject') ?? ''] as const;
};

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  args.context.keptNowhere = true;
  const preview = await previewOf(viewer, ...asked(args.request), Date.now());
  if (!preview) throw data(null, { status: 404 });
  return { ...preview, arranges: may(viewer, 'arrange-channels') };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args);
  const [kind, subject] = asked(args.request);
  const told = await announceAs(viewer, kind, subject, Date.now());
  if (!told) throw data(null, { status: 404 });
  if ('refused' in told)
    return redirectSaying(paths.newAnnouncement(kind ?? '', subject), {
      text: 'That is not for everyone any more. Nothing was told.',
      tone: 'warn',
    });
  const { path, many } = told;
  return redirectSaying(
    path,
    many === 0
      ? { text: 'Every channel knows of it already, or is about to.', tone: 'warn' }
      : many === 1
        ? 'The channel hears of it in a moment.'
        : `${many} channels hear of it in a moment.`,
  );
}

export default function Announce() {
  const { kind, words, channels, arranges } = useLoaderData<typeof loader>();
  const open = channels.filter(({ standing }) => !isTold(standing?.state));
  return (
    <>
      <PageHead
        above={words && <Up to={words.path}>Back to it</Up>}
        title="Tell the channel"
        lead={`${announceableWords[kind]}: this is what is posted, and nothing else.`}
        actions={
          words &&
          open.length > 0 && (
            <Form method="post">
              <Button weight="primary">
                {open.length === 1 ? 'Post it' : `Post it to ${open.length} channels`}
              </Button>
            </Form>
          )
        }
      />
      {!words ? (
        <Empty title="There is nothing here to tell everyone">
          <p>
            Channels are told only of what everyone in Guildhall may see: a near miss once it is published to
            everyone, a meeting that is still to come, minutes once they are out.
          </p>
        </Empty>
      ) : channels.length === 0 ? (
        <Empty
          title="No channel is told of this"
          actions={arranges && <ButtonLink to={paths.channels()}>Channels</ButtonLink>}
        >
          <p>Administrators choose what is announced in which channel.</p>
        </Empty>
      ) : (
        <ul className="max-w-3xl space-y-6">
          {channels.map((channel) => (
            <ChannelPreview key={channel.id} channel={channel} words={words} />
          ))}
        </ul>
      )}
    </>
  );
}

const isTold = (state: string | undefined) => state === 'sent' || state === 'waiting';
