import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { may } from '#app/accounts/permissions.ts';
import { originsOf } from '#app/insight/links.server.ts';
import { OriginList } from '#app/insight/origin-list.tsx';
import { paths } from '#app/paths.ts';
import { trainingSettings } from '#app/training/curriculum.server.ts';
import { PartList } from '#app/training/part-list.tsx';
import { PipelineMarks } from '#app/training/pipeline.tsx';
import { QuizCard } from '#app/training/quiz-card.tsx';
import { quizStandingOf } from '#app/training/quiz-standing.server.ts';
import { goesOnAt, progress } from '#app/training/reading.ts';
import { ReadingBar } from '#app/training/reading-bar.tsx';
import { scopedModule } from '#app/training/scoped-module.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Card, PageHead, Up } from '#app/ui/page.tsx';

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.lesson.title ?? 'Lesson'} · Guildhall` },
];

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, module, reading } = await scopedModule(args);
  // It says how the quiz went, and that is theirs alone.
  args.context.keptNowhere = true;
  const { key, title, about, minutes, objectives, stages, references, parts, questions } = module;
  const settings = trainingSettings();
  const [quiz, zone, origins] = await Promise.all([
    quizStandingOf(viewer.id, key, Date.now()),
    zoneHere(),
    originsOf(viewer, key),
  ]);
  return {
    lesson: { key, title, about, minutes, objectives, stages, references },
    parts: parts.map((part) => ({
      key: part.key,
      heading: part.heading,
      isRead: reading.parts.includes(part.key),
    })),
    progress: progress(parts, reading.parts),
    isRead: reading.readAt !== null,
    next: goesOnAt(parts, reading),
    quiz,
    passMark: settings.passMark,
    asked: Math.min(settings.questions, questions.length),
    zone,
    origins,
    announces: may(viewer, 'announce'),
  };
}

export default function ModulePage() {
  const {
    lesson,
    parts,
    progress: far,
    isRead,
    next,
    quiz,
    passMark,
    asked,
    zone,
    origins,
    announces,
  } = useLoaderData<typeof loader>();
  const { key, title, about, minutes, objectives, stages, references } = lesson;
  const toRead = isRead ? 'Read it again' : far.read === 0 ? 'Begin to read' : 'Go on reading';
  return (
    <>
      <PageHead
        above={<Up to={paths.training()}>Training</Up>}
        title={title}
        lead={about}
        actions={
          <>
            {announces && (
              <ButtonLink to={paths.newAnnouncement('lesson', key)} weight="quiet">
                Tell the channel
              </ButtonLink>
            )}
            <ButtonLink to={paths.modulePart(key, next)} weight={isRead ? 'plain' : 'primary'}>
              {toRead}
            </ButtonLink>
          </>
        }
      />
      <div className="grid gap-6 lg:grid-cols-[3fr_2fr] lg:items-start">
        <div className="space-y-6">
          <Card aria-labelledby="afterwards">
            <h2 id="afterwards" className="font-serif text-xl font-semibold">
              Afterwards you can
            </h2>
            <ul className="mt-3 list-disc space-y-1.5 pl-5 marker:text-accent">
              {objectives.map((objective) => (
                <li key={objective}>{objective}</li>
              ))}
            </ul>
            <p className="mt-5 mb-2 text-sm text-soft">
              It takes about {minutes} {minutes === 1 ? 'minute' : 'minutes'}, and is of use here:
            </p>
            <PipelineMarks of={stages} />
          </Card>
          <Card aria-labelledby="parts">
            <h2 id="parts" className="mb-3 font-serif text-xl font-semibold">
              The lesson
            </h2>
            <ReadingBar progress={far} />
            <div className="-mx-2 mt-3">
              <PartList module={key} parts={parts} />
            </div>
          </Card>
        </div>
        <div className="space-y-6">
          <QuizCard {...{ module: key, quiz, isRead, passMark, questions: asked, zone }} />
          <OriginList origins={origins} />
          <Card aria-labelledby="references">
            <h2 id="references" className="font-serif text-xl font-semibold">
              To read more
            </h2>
            <ul className="mt-3 space-y-2">
              {references.map((reference) => (
                <li key={reference.url}>
                  <a
                    href={reference.url}
                    rel="noopener noreferrer"
                    className="[overflow-wrap:anywhere] text-accent underline underline-offset-4"
                  >
                    {reference.title}
                  </a>
                  <span className="block text-sm text-soft">{new URL(reference.url).hostname}</span>
                </li>
              ))}
            </ul>
          </Card>
        </div>
      </div>
    </>
  );
}
