import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { requirePermission } from '#app/accounts/session.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { newFormId } from '#app/http/form-id.server.ts';
import { readForm, typedAgain } from '#app/http/form.server.ts';
import { AgendaItemFields } from '#app/meetings/agenda-item-fields.tsx';
import { agendaItemSchema, PLACE } from '#app/meetings/agenda-item-form.ts';
import { kindsOf, placeIn, readWords } from '#app/meetings/agenda-item-reading.server.ts';
import { placeWords } from '#app/meetings/item-words.ts';
import { visibleItem } from '#app/meetings/items.server.ts';
import { propose } from '#app/meetings/proposing.server.ts';
import { seriesAhead } from '#app/meetings/series-ahead.server.ts';
import { paths } from '#app/paths.ts';
import { Card, Empty, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Propose something · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, 'see-meetings');
  const meetingId = new URL(args.request.url).searchParams.get('meeting');
  const ahead = await seriesAhead(Date.now());
  const kinds = kindsOf(ahead.map(({ template }) => template));
  const place = meetingId && placeIn(ahead, `meeting ${meetingId}`) ? `meeting ${meetingId}` : '';
  return { ahead, kinds, values: { id: newFormId(args), place, minutes: '15', kind: kinds[0]?.key ?? '' } };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requirePermission(args, 'see-meetings');
  const form = await readForm(args.request, agendaItemSchema);
  if ('refused' in form) return data(form.refused, { status: 422 });
  const refuse = (errors: Record<string, string>) =>
    data({ errors, values: typedAgain(form.value) }, { status: 422 });
  const now = Date.now();
  const place = placeIn(await seriesAhead(now), form.value.place);
  if (!place) return refuse({ place: PLACE });
  const read = await readWords(form.value, null);
  if ('errors' in read) return refuse(read.errors);
  const proposed = await propose(viewer, { id: form.value.id, ...place }, read.words, now);
  if ('refused' in proposed) return refuse({ place: PLACE });
  const found = await visibleItem(viewer, proposed.id);
  return redirectSaying(paths.agendaItem(proposed.id), {
    text: found ? `It is ${placeWords(found.meeting, found.series)}.` : 'It is proposed.',
    undo: { action: paths.agendaItemWithdrawal(proposed.id) },
  });
}

export default function NewAgendaItem() {
  const { ahead, kinds, values } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const typed: Record<string, string> = { ...values, ...refused?.values };
  return (
    <>
      <PageHead
        above={<Up to={paths.proposals()}>Proposals</Up>}
        title="Propose something"
        lead="Something to hear, show or ask. It need not be finished, and you need not be the one who presents it."
      />
      {ahead.length > 0 ? (
        <Card className="max-w-2xl">
          <Form method="post">
            <input type="hidden" name="id" value={typed.id} />
            <AgendaItemFields
              ahead={ahead}
              kinds={kinds}
              values={typed}
              errors={refused?.errors ?? {}}
              save="Propose it"
            />
          </Form>
        </Card>
      ) : (
        <Empty title="There is no series of meetings yet">
          <p>An organiser begins one. Then anyone can propose something for it.</p>
        </Empty>
      )}
    </>
  );
}
