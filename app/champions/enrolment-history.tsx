import { Moment } from '#app/ui/moment.tsx';

type Told = {
  id: string;
  words: string;
  at: number;
  by: string | null;
  note: string | null;
  hoursPerMonth: number | null;
};

/** What has happened to an enrolment, oldest first: it is a way, and is read as one. */
export function EnrolmentHistory({ history }: { history: Told[] }) {
  return (
    <section aria-labelledby="history">
      <h2 id="history" className="mb-2 font-serif text-xl font-semibold">
        What has happened
      </h2>
      <ol className="space-y-3 border-l-2 border-line pl-4">
        {history.map(({ id, words, at, by, note, hoursPerMonth }) => (
          <li key={id}>
            <p>
              {by ? `${by} ${words}` : words}
              {hoursPerMonth !== null && `: ${hoursPerMonth} hours a month`}{' '}
              <Moment at={at} className="text-sm text-soft" />
            </p>
            {note && <p className="text-soft [overflow-wrap:anywhere] whitespace-pre-wrap">{note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
