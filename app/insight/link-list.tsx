import { Form, Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { day } from '#app/ui/time.ts';

import { lessonName, type LinkedLesson } from './chain-lessons.ts';

/** The lessons and questions that are linked, with the way to take a link back for those who may. */
export function LinkList({
  postmortemId,
  lessons,
  mayLink,
  zone,
}: {
  postmortemId: string;
  lessons: LinkedLesson[];
  mayLink: boolean;
  zone: string;
}) {
  return (
    <ul className="divide-y divide-line">
      {lessons.map((lesson) => (
        <li key={lesson.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
          <div className="min-w-0 flex-1 basis-56">
            {lesson.isGone ? (
              <p>{lessonName(lesson)}</p>
            ) : (
              <Link
                to={paths.module(lesson.module)}
                className="[overflow-wrap:anywhere] text-accent underline underline-offset-4"
              >
                {lessonName(lesson)}
              </Link>
            )}
            <p className="text-sm text-soft">
              Linked by {lesson.by} on {day(lesson.linkedAt, zone)}
            </p>
          </div>
          {mayLink && (
            <Form method="post" action={paths.lessonRemoval(postmortemId, lesson.id)}>
              <Button weight="quiet" aria-label={`Take back the link to ${lessonName(lesson)}`}>
                Take back
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  );
}
