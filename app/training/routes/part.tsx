import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { Form, Link, useLoaderData } from '@remix-run/react';
import { useEffect, useRef } from 'react';

import { redirectSaying } from '#app/http/flash.server.ts';
import { paths } from '#app/paths.ts';
import { ArrowKeys } from '#app/training/arrow-keys.tsx';
import { partHtml } from '#app/training/lesson-html.server.ts';
import { PartList } from '#app/training/part-list.tsx';
import { around, nextUnread, progress, stepAfter, withPart } from '#app/training/reading.ts';
import { markRead } from '#app/training/reading.server.ts';
import { ReadingBar } from '#app/training/reading-bar.tsx';
import { scopedModule } from '#app/training/scoped-module.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Prose } from '#app/ui/markdown.tsx';
import { Up } from '#app/ui/page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page ? `${page.heading}: ${page.title}` : 'Lesson'} · Guildhall` },
  ...(page?.before ? [{ tagName: 'link', rel: 'prev', href: page.before }] : []),
  ...(page?.after ? [{ tagName: 'link', rel: 'next', href: page.after }] : []),
];

export async function loader(args: LoaderFunctionArgs) {
  const { module, reading } = await scopedModule(args);
  const part = module.parts.find(({ key }) => key === args.params.part);
  if (!part) throw data({ why: 'no-lesson' }, { status: 404 });
  const { before, after } = around(module.parts, part.key);
  const address = (to: typeof before) => to && paths.modulePart(module.key, to.key);
  return {
    module: module.key,
    title: module.title,
    part: part.key,
    heading: part.heading,
    html: partHtml(module, part),
    parts: module.parts.map(({ key, heading }) => ({ key, heading, isRead: reading.parts.includes(key) })),
    progress: progress(module.parts, reading.parts),
    step: stepAfter(module.parts, reading, part.key),
    before: address(before),
    after: address(after),
  };
}

/** Marks the part as read, and leads on: to the next, to what was skipped, or back to the lesson's page. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, module, reading } = await scopedModule(args);
  const part = args.params.part ?? '';
  const marked = await markRead(viewer.id, module, part, Date.now());
  if ('refused' in marked) throw data({ why: 'no-lesson' }, { status: 404 });
  const page = paths.module(module.key);
  if (marked.finished)
    return redirectSaying(page, 'You have read it to the end. On to the questions, when you like.');
  const next = around(module.parts, part).after ?? nextUnread(module.parts, withPart(reading.parts, part));
  return redirect(next ? paths.modulePart(module.key, next.key) : page, 303);
}

const stepWords = { on: 'Continue', end: 'Read to the end', back: 'Back to the lesson’s page' };

export default function PartPage() {
  const page = useLoaderData<typeof loader>();
  const { module, title, part, heading, html, parts, before, after, step } = page;
  const here = useRef<HTMLHeadingElement>(null);
  const shown = useRef(part);
  useEffect(() => {
    // Whoever turned the page goes on at its beginning, with the keyboard and with a screen reader, too.
    if (shown.current !== part) here.current?.focus({ preventScroll: true });
    shown.current = part;
  }, [part]);
  return (
    <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_16rem] lg:items-start">
      <article className="max-w-3xl min-w-0">
        <p className="mb-2.5 text-sm text-soft">
          <Up to={paths.module(module)}>The lesson’s page</Up>
        </p>
        <h1 className="mb-4 text-lg font-semibold text-soft [overflow-wrap:anywhere]">{title}</h1>
        <ReadingBar progress={page.progress} />
        <h2
          ref={here}
          tabIndex={-1}
          className="mt-8 mb-5 font-serif text-2xl leading-tight font-semibold text-balance outline-none [overflow-wrap:anywhere] sm:text-3xl"
        >
          {heading}
        </h2>
        <Prose html={html} className="sm:text-lg" />
        <div className="mt-10 flex flex-wrap items-center gap-x-6 gap-y-3 border-t border-line pt-6">
          <Form method="post" action={paths.modulePart(module, part)}>
            <Button type="submit" weight="primary">
              {stepWords[step]}
              <span aria-hidden="true">→</span>
            </Button>
          </Form>
          {before && (
            <Link
              to={before}
              rel="prev"
              className="inline-flex min-h-10.5 items-center text-sm font-medium text-accent underline-offset-4 hover:underline"
            >
              Back a part
            </Link>
          )}
          {after && (
            <Link
              to={after}
              rel="next"
              className="inline-flex min-h-10.5 items-center text-sm font-medium text-accent underline-offset-4 hover:underline"
            >
              Skip for now
            </Link>
          )}
        </div>
        <p className="mt-2 text-sm text-soft">
          “{stepWords[step]}” marks this part as read. The left and right arrow keys turn the page and mark
          nothing.
        </p>
      </article>
      <nav aria-labelledby="parts" className="lg:sticky lg:top-8">
        <h2 id="parts" className="mb-2 px-2 text-sm font-medium text-soft">
          Parts of the lesson
        </h2>
        <PartList module={module} parts={parts} here={part} />
      </nav>
      <ArrowKeys before={before} after={after} />
    </div>
  );
}
