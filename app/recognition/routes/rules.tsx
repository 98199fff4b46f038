import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { may } from '#app/accounts/permissions.ts';
import { requirePermission } from '#app/accounts/session.server.ts';
import { NeverRecognised } from '#app/recognition/never-recognised.tsx';
import { progressOf } from '#app/recognition/rebuilding.server.ts';
import { RecognitionPlaces } from '#app/recognition/recognition-places.tsx';
import { RuleList } from '#app/recognition/rule-list.tsx';
import { RulePicture } from '#app/recognition/rule-picture.tsx';
import { byWhatTheyGive } from '#app/recognition/rule-words.ts';
import { contentAwards, recognitionRules } from '#app/recognition/rules.server.ts';
import { dayOf } from '#app/recognition/season.ts';
import { Callout } from '#app/ui/callout.tsx';
import { Card, PageHead } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'What is recognised, and how · Guildhall' }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requirePermission(args, 'see-recognition');
  const progress = may(viewer, 'arrange-recognition') ? await progressOf() : null;
  // What is under way is another with every look.
  if (progress) args.context.keptNowhere = true;
  const today = dayOf(Date.now(), await zoneHere());
  const awardNames = Object.fromEntries(contentAwards().map(({ key, name }) => [key, name]));
  return { today, progress, awardNames, rules: byWhatTheyGive(recognitionRules(), today) };
}

export default function Rules() {
  const { today, progress, awardNames, rules } = useLoaderData<typeof loader>();
  const count = (people: number) => people.toLocaleString('en');
  return (
    <>
      <RecognitionPlaces />
      <PageHead
        title="What is recognised, and how"
        lead="What helps others, and cannot be had by wanting it. The same rules for everybody, and these are all of them."
      />
      <div className="grid gap-6">
        {progress && (
          <Callout>
            Standing is being made anew: {count(progress.done)} of {count(progress.all)} people.
          </Callout>
        )}
        <Card aria-label="How it goes">
          <RulePicture />
          <p className="mt-5 border-t border-line pt-4">
            Nobody hands these out as they please: they follow from what happened, and an award that
            colleagues propose is decided by two. What turns out wrong is taken back the same way. A
            colleague’s word counts once in twelve months for the same person, whatever it is about, and never
            your own. Nobody is compared with anybody.
          </p>
        </Card>
        <RuleList
          id="achievements"
          title="Achievements"
          about="Something you did for the first time, or did again in another season."
          rules={rules.achievements}
          today={today}
        />
        <RuleList
          id="awards"
          title="Awards"
          about="Rarer. Some follow from what happened; for others, colleagues put you forward and two people decide."
          rules={rules.awards}
          awardNames={awardNames}
          today={today}
        />
        <RuleList
          id="points"
          title="Points toward your squad’s goal"
          about="They go to the squad you have belonged to longest, and count for its season. Nobody has points of their own."
          rules={rules.points}
          today={today}
        />
        <NeverRecognised />
      </div>
    </>
  );
}
