import { Form, Link } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Select } from '#app/ui/field.tsx';

import { meetingWords } from './item-words.ts';
import type { SeriesAhead } from './series-ahead.server.ts';
import type { Standing } from './sources.server.ts';

type Props = {
  /** where it is posted: `paths.postmortemOnAgenda(id)`, `paths.questionOnAgenda(id)` */
  action: string;
  standing: Standing[];
  /** the series it can go to */
  ahead: SeriesAhead[];
};

const saying = ({ state, meeting, series }: Standing) => {
  if (!meeting) return `Among the proposals of ${series.name}`;
  return `${state === 'done' ? 'Talked about at' : 'On the agenda of'} ${meetingWords(meeting)}`;
};

/** Where something stands on an agenda, and the way onto one where it does not yet. */
export function AgendaButton({ action, standing, ahead }: Props) {
  const open = new Set(standing.filter(({ state }) => state === 'open').map(({ series }) => series.id));
  const free = ahead.filter(({ id }) => !open.has(id));
  if (standing.length === 0 && free.length === 0) return null;
  return (
    <section aria-labelledby="on-agenda">
      <h2 id="on-agenda" className="mb-2 font-semibold">
        Talk about it
      </h2>
      <ul className="space-y-1 text-sm">
        {standing.map((one) => (
          <li key={one.id}>
            <Link to={paths.agendaItem(one.id)} className="text-accent underline underline-offset-4">
              {saying(one)}
            </Link>
          </li>
        ))}
      </ul>
      {free.length > 0 && open.size === 0 && (
        <Form method="post" action={action} className="mt-3 space-y-2">
          {free.length > 1 && (
            <Select label="In which series" name="series">
              {free.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
          <Button>Put it on the agenda</Button>
          <p className="text-sm text-soft">{whereTo(free)}</p>
        </Form>
      )}
    </section>
  );
}

function whereTo(free: SeriesAhead[]): string {
  const [only, ...others] = free;
  if (!only || others.length > 0) return 'Of the next meeting that is planned.';
  const [next] = only.coming;
  return next
    ? `Of ${meetingWords(next)}.`
    : `No meeting of ${only.name} is planned yet: it waits among the proposals.`;
}
