import { Form, Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Card } from '#app/ui/page.tsx';

import { isOngoing, type Step } from './enrolment.ts';
import type { EnrolmentPage } from './enrolment-page.server.ts';

type Shown = Pick<
  EnrolmentPage,
  'id' | 'part' | 'state' | 'person' | 'steps' | 'next' | 'asked' | 'renewal' | 'listed'
>;

const buttons: Partial<
  Record<
    Step,
    { to: (id: string) => string; words: string; weight: 'primary' | 'plain' | 'quiet'; undo?: true }
  >
> = {
  started: { to: paths.enrolmentStart, words: 'Begin as champion', weight: 'primary' },
  renewed: { to: paths.enrolmentRenewal, words: 'Stay for another year', weight: 'primary' },
  'stepping-down-undone': {
    to: paths.enrolmentSteppingDown,
    words: 'Come back as it was',
    weight: 'plain',
    undo: true,
  },
  'withdrawal-undone': {
    to: paths.enrolmentWithdrawal,
    words: 'Take it up again',
    weight: 'plain',
    undo: true,
  },
  'decline-undone': { to: paths.enrolmentAgreement, words: 'Open it again', weight: 'plain', undo: true },
  'agreement-undone': {
    to: paths.enrolmentAgreement,
    words: 'Take the agreement back',
    weight: 'quiet',
    undo: true,
  },
  'start-undone': { to: paths.enrolmentStart, words: 'Back to onboarding', weight: 'quiet', undo: true },
  withdrawn: { to: paths.enrolmentWithdrawal, words: 'Withdraw', weight: 'quiet' },
  'stepped-down': { to: paths.enrolmentSteppingDown, words: 'Step down', weight: 'quiet' },
};
const order = Object.keys(buttons) as Step[];

/** What comes next and what can be done, for whoever looks. */
export function NextCard(shown: Shown) {
  const { id, part, state, steps, next, renewal, listed } = shown;
  const offered = order.filter((step) => steps.includes(step));
  return (
    <Card aria-labelledby="next" className="space-y-3">
      <h2 id="next" className="font-serif text-xl font-semibold">
        {state === 'stepped-down' ? 'Thank you' : 'What comes next'}
      </h2>
      <p>{next ?? stands(shown)}</p>
      {state === 'applied' && <Asked {...shown} />}
      {renewal && part === 'person' && !steps.includes('renewed') && (
        <p className="text-sm text-soft">You are asked whether you stay before {renewal}.</p>
      )}
      {(steps.includes('agreed') || steps.includes('hours-changed')) && (
        <ButtonLink to={paths.enrolmentAgreement(id)} weight={state === 'applied' ? 'primary' : 'plain'}>
          {state === 'applied' ? 'Agree the time' : 'Agree other hours'}
        </ButtonLink>
      )}
      {listed !== null && <Alumni id={id} listed={listed} />}
      {!isOngoing(state) && part === 'person' && offered.length === 0 && (
        <ButtonLink to={paths.application()}>Apply again</ButtonLink>
      )}
      {offered.length > 0 && (
        <div className="flex flex-wrap items-center gap-2">
          {offered.map((step) => {
            const { to, words, weight, undo } = buttons[step]!;
            return (
              <Form key={step} method="post" action={to(id)}>
                {undo && <input type="hidden" name="undo" value="yes" />}
                <Button weight={weight} className={weight === 'quiet' ? '-ml-2' : ''}>
                  {words}
                </Button>
              </Form>
            );
          })}
        </div>
      )}
    </Card>
  );
}

function stands({ state, part, person }: Shown): string {
  const [who, whose] = part === 'person' ? ['You', 'your'] : [person, 'their'];
  if (state === 'applied') return `${who} applied, and waits for an answer about the time.`;
  if (state === 'onboarding') return `${person} is finding ${whose} way in.`;
  if (state === 'active')
    return part === 'person' ? 'You are a champion. Nothing waits for you here.' : `${person} is a champion.`;
  if (state === 'declined')
    return 'The time could not be agreed for now. That says something about the calendar, and nothing about anybody.';
  if (state === 'withdrawn') return 'The application was withdrawn. Another one is always welcome.';
  return part === 'person'
    ? 'You gave your squad time and attention, and it is better for it. Your history stays, and the way back is short.'
    : `${person} has stepped down. Thanks for the time given.`;
}

function Asked({ id, part, asked }: Shown) {
  if (!asked) return null;
  return (
    <div className="space-y-2 text-sm">
      <p>
        <span className="text-soft">Asked to agree the time: </span>
        {asked.names.length > 0 ? asked.names.join(', ') : asked.email}
      </p>
      {asked.email && (
        <p className="text-soft">
          This address has no account here yet. Organisers know, and can invite them.
        </p>
      )}
      {part === 'person' && (
        <p className="flex flex-wrap gap-x-4 gap-y-1">
          <Link to={paths.enrolmentLink(id)} className="text-accent underline underline-offset-4">
            A link to hand over
          </Link>
          <Link to={paths.enrolmentManager(id)} className="text-accent underline underline-offset-4">
            Ask somebody else
          </Link>
        </p>
      )}
    </div>
  );
}

function Alumni({ id, listed }: { id: string; listed: boolean }) {
  return (
    <Form method="post" action={paths.enrolmentAlumni(id)} className="space-y-1">
      {listed && <input type="hidden" name="undo" value="yes" />}
      <p className="text-sm text-soft">
        {listed
          ? 'Your name stands among the alumni.'
          : 'Would you like your name among the alumni? Everybody here sees it.'}
      </p>
      <Button>{listed ? 'Take it off' : 'Yes, name me'}</Button>
    </Form>
  );
}
