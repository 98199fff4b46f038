import { Form, Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Badge } from '#app/ui/badge.tsx';
import { Button, ButtonLink } from '#app/ui/button.tsx';

import { AwardDrawing } from './award-drawing.tsx';
import type { AwardHere } from './award.server.ts';

/** The awards there are, what each is for and how one gets it. */
export function AwardList({ awards, mayArrange }: { awards: AwardHere[]; mayArrange: boolean }) {
  return (
    <ul className="grid gap-4 md:grid-cols-2">
      {awards.map((award) => (
        <li key={award.key} className="flex gap-4 rounded-lg border border-line bg-surface p-5">
          <AwardDrawing picture={award.picture} className="size-16 sm:size-20" />
          <div className="min-w-0 flex-1">
            <h3 className="font-serif text-lg font-semibold wrap-anywhere">{award.name}</h3>
            <p className="mt-1 wrap-anywhere text-soft">{award.about}</p>
            <div className="mt-3 flex flex-wrap items-center gap-2">
              <HowItComes award={award} />
              {mayArrange && award.defined && <Arranging award={award} />}
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}

function HowItComes({ award: { key, name, how, retiredAt } }: { award: AwardHere }) {
  if (retiredAt !== null) return <Badge>Not given any more</Badge>;
  if (how === 'by-rule') return <p className="text-sm text-soft">Comes by itself, by what was done.</p>;
  return (
    <ButtonLink to={paths.newNomination(key)} aria-label={`Put somebody forward for ${name}`}>
      Put somebody forward
    </ButtonLink>
  );
}

function Arranging({ award: { key, name, retiredAt } }: { award: AwardHere }) {
  return (
    <>
      <Link
        to={paths.editAward(key)}
        aria-label={`Edit ${name}`}
        className="px-2 py-2 text-sm text-accent underline underline-offset-4"
      >
        Edit
      </Link>
      <Form method="post" action={paths.awardRetirement(key)}>
        {retiredAt !== null && <input type="hidden" name="undo" value="yes" />}
        <Button weight="quiet" aria-label={retiredAt === null ? `Retire ${name}` : `Give ${name} again`}>
          {retiredAt === null ? 'Retire' : 'Give it again'}
        </Button>
      </Form>
    </>
  );
}
