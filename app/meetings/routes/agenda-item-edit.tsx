import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';

import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm, typedAgain } from '#app/http/form.server.ts';
import { AgendaItemFields } from '#app/meetings/agenda-item-fields.tsx';
import { agendaItemSchema } from '#app/meetings/agenda-item-form.ts';
import { kindsOf, readWords, typedWords } from '#app/meetings/agenda-item-reading.server.ts';
import { comparedWords } from '#app/meetings/compared-words.ts';
import { scopedToWrite } from '#app/meetings/item-scope.server.ts';
import { visibleItem } from '#app/meetings/items.server.ts';
import { rewrite } from '#app/meetings/rewriting.server.ts';
import { paths } from '#app/paths.ts';
import { Card, Empty, PageHead, Up } from '#app/ui/page.tsx';
import { Stale } from '#app/ui/stale.tsx';

export const meta: MetaFunction = () => [{ title: 'Change an agenda item · Guildhall' }];

const typed = ({ item, presenter, presenterEmail }: NonNullable<Awaited<ReturnType<typeof visibleItem>>>) =>
  typedWords(item, presenter && presenterEmail ? { name: presenter, email: presenterEmail } : null);

export async function loader(args: LoaderFunctionArgs) {
  const found = await scopedToWrite(args);
  const { item, meeting, series, mayEdit } = found;
  return {
    id: item.id,
    title: item.title,
    version: item.version,
    kinds: kindsOf([meeting?.template ?? series.template]),
    values: typed(found),
    mayEdit,
  };
}

const OVER = 'It was had, withdrawn or carried on meanwhile, and stays as it is here.';

export async function action(args: ActionFunctionArgs) {
  const { viewer, item } = await scopedToWrite(args);
  const form = await readForm(args.request, agendaItemSchema);
  if ('refused' in form) return data({ ...form.refused, stale: null }, { status: 422 });
  const values = typedAgain(form.value);
  const read = await readWords(form.value, item.audienceId);
  if ('errors' in read) return data({ errors: read.errors, values, stale: null }, { status: 422 });
  const saved = await rewrite(viewer, item.id, form.value.version, read.words, Date.now());
  const page = paths.agendaItem(item.id);
  if ('saved' in saved) return redirectSaying(page, 'Saved.');
  if (saved.refused === 'over') return redirectSaying(page, { text: OVER, tone: 'warn' });
  const now = await visibleItem(viewer, item.id);
  return data({ errors: {}, values, stale: now && comparedWords(typed(now), values) }, { status: 409 });
}

export default function EditAgendaItem() {
  const { id, title, version, kinds, values, mayEdit } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHead above={<Up to={paths.agendaItem(id)}>{title}</Up>} title="Change it" />
      {refused?.stale && <Stale pairs={refused.stale} />}
      {mayEdit ? (
        <Card className="max-w-2xl">
          <Form method="post">
            <input type="hidden" name="version" value={version} />
            <AgendaItemFields
              ahead={null}
              kinds={kinds}
              values={{ ...values, ...refused?.values }}
              errors={refused?.errors ?? {}}
              save="Save"
            />
          </Form>
        </Card>
      ) : (
        <Empty title="It stays as it is">
          <p>What was had, withdrawn or carried on is kept as it was, for whoever looks back.</p>
        </Empty>
      )}
    </>
  );
}
