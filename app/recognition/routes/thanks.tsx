import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';

import { requirePermission } from '#app/accounts/session.server.ts';
import { paths } from '#app/paths.ts';
import { KindPicture } from '#app/recognition/kind-picture.tsx';
import { showStates } from '#app/recognition/own-page.server.ts';
import { ShowForms } from '#app/recognition/show-forms.tsx';
import { visibleThanks } from '#app/recognition/thanks.server.ts';
import { Avatar } from '#app/ui/avatar.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Moment } from '#app/ui/moment.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Thank you · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'see-recognition');
  args.context.keptNowhere = true;
  const thanks = await visibleThanks(viewer, args.params.id!);
  if (!thanks) throw data(null, { status: 404 });
  const isGiver = thanks.from.id === viewer.id;
  const what = { kind: 'thanks' as const, subject: thanks.id };
  const [state] = isGiver ? [] : await showStates(viewer, [what], Date.now());
  return { thanks, isGiver, state: state ?? null };
}

export default function Thanks() {
  const { thanks, isGiver, state } = useLoaderData<typeof loader>();
  const { id, from, to, reason, meant, givenAt, withdrawnAt } = thanks;
  return (
    <>
      <PageHead
        above={<Up to={paths.ownRecognition()}>How you are recognised</Up>}
        title={isGiver ? `Your thanks to ${to.name}` : `${from.name} says thank you`}
      />
      <Card className="max-w-2xl" aria-label="The thanks">
        <div className="flex items-center gap-3">
          <Avatar name={from.name} className="size-11 text-sm" />
          <p className="min-w-0 flex-1">
            {isGiver ? 'You' : from.name}, <Moment at={givenAt} className="text-soft" />
          </p>
          <KindPicture kind="thanks" />
        </div>
        <blockquote className="mt-4 border-l-2 border-accent pl-4 font-serif text-lg whitespace-pre-line [overflow-wrap:anywhere]">
          {reason}
        </blockquote>
        <div className="mt-5 border-t border-line pt-4">
          {isGiver ? (
            <Given id={id} to={to.name} isForWall={meant === 'wall'} isBack={withdrawnAt !== null} />
          ) : meant === 'wall' && state ? (
            <>
              <p className="mb-3 text-soft">
                You decide who else reads it. {from.name} is fine with the wall.
              </p>
              <ShowForms what={{ kind: 'thanks', subject: id }} state={state} name="this thanks" />
            </>
          ) : (
            <p className="text-soft">It is meant for you alone. You may show it to your manager.</p>
          )}
        </div>
      </Card>
      {!isGiver && (
        <p className="mt-6 flex flex-wrap gap-2">
          <ButtonLink to={paths.ownRecognition()}>All of yours</ButtonLink>
        </p>
      )}
    </>
  );
}

type GivenProps = { id: string; to: string; isForWall: boolean; isBack: boolean };

function Given({ id, to, isForWall, isBack }: GivenProps) {
  if (isBack)
    return (
      <Form method="post" action={paths.thanksWithdrawal(id)} className="flex flex-wrap items-center gap-4">
        <input type="hidden" name="undo" value="yes" />
        <p className="text-soft">You took it back. {to} does not see it.</p>
        <Button>Say it again</Button>
      </Form>
    );
  return (
    <Form method="post" action={paths.thanksWithdrawal(id)} className="flex flex-wrap items-center gap-4">
      <p className="text-soft">
        {isForWall
          ? `Only ${to} and you read it, unless ${to} puts it on the wall.`
          : `Only ${to} and you read it.`}
      </p>
      <Button>Take it back</Button>
    </Form>
  );
}
