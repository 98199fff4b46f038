import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';

import { requireViewer } from '#app/accounts/session.server.ts';
import { isUndo } from '#app/accounts/undo.server.ts';
import { withdrawArticle } from '#app/answers/article-writing.server.ts';
import { visibleArticle } from '#app/answers/articles.server.ts';
import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  await requireViewer(args);
  return redirect(paths.article(args.params.id!));
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args);
  const article = await visibleArticle(viewer, args.params.id ?? '');
  if (!article) throw data(null, { status: 404 });
  if (!article.changeable) throw data(null, { status: 403 });
  const back = await isUndo(args.request);
  await withdrawArticle(article.id, back, Date.now());
  if (back) return redirectSaying(paths.article(article.id), 'It is in the library again.');
  return redirectSaying(paths.answers(), {
    text: 'Withdrawn. It is shown to nobody else any more.',
    undo: { action: paths.articleWithdrawal(article.id), fields: { undo: 'yes' } },
  });
}
