import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { z } from 'zod';

import { requireViewer } from '#app/accounts/session.server.ts';
import { visibleArticle } from '#app/answers/articles.server.ts';
import { sayWhether } from '#app/answers/helpfulness.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { readForm } from '#app/http/form.server.ts';
import { paths } from '#app/paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requireViewer(args);
  return redirect(paths.article(args.params.id!));
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args);
  const article = await visibleArticle(viewer, args.params.id ?? '');
  if (!article) throw data(null, { status: 404 });
  const form = await readForm(args.request, z.object({ helped: z.enum(['yes', 'no']) }));
  if ('refused' in form) throw data(null, { status: 422 });
  const { helped } = form.value;
  await sayWhether(viewer, article.id, helped, Date.now());
  return redirectSaying(
    paths.article(article.id),
    helped === 'yes' ? 'Good to know. Thank you.' : 'Thank you. Whoever wrote it sees that it needs more.',
  );
}
