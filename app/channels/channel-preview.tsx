import { Badge } from '#app/ui/badge.tsx';
import { Moment } from '#app/ui/moment.tsx';

import type { Standing } from './announcing.server.ts';
import { type Kind, kindWords } from './channel.ts';

type Props = {
  channel: { id: string; name: string; kind: Kind; body: string | null; standing: Standing | null };
  words: { title: string; text: string; link: string };
};

/** What one channel would be told: as it looks there, more or less, and to the letter. */
export function ChannelPreview({ channel, words }: Props) {
  const { id, name, kind, body, standing } = channel;
  return (
    <li className="rounded-lg border border-line bg-surface p-5" aria-labelledby={`channel-${id}`}>
      <h2 id={`channel-${id}`} className="font-serif text-lg font-semibold wrap-anywhere">
        {name} <span className="font-sans text-sm font-normal text-soft">{kindWords[kind]}</span>{' '}
        {standing && <HowFar standing={standing} />}
      </h2>
      <blockquote className="mt-3 border-l-4 border-accent pl-4">
        <p className="font-semibold wrap-anywhere">{words.title}</p>
        <p className="mt-1 wrap-anywhere">{words.text}</p>
        <p className="mt-1 text-sm wrap-anywhere text-accent">{words.link}</p>
      </blockquote>
      <details className="mt-3">
        <summary className="text-sm text-accent">What is sent, to the letter</summary>
        <pre className="mt-2 rounded-md border border-line bg-sunken p-3 text-xs wrap-anywhere whitespace-pre-wrap">
          {body}
        </pre>
      </details>
    </li>
  );
}

function HowFar({ standing: { state, sentAt } }: { standing: Standing }) {
  if (state === 'sent') return <Badge tone="good">Told {sentAt !== null && <Moment at={sentAt} />}</Badge>;
  if (state === 'waiting') return <Badge tone="accent">On its way</Badge>;
  if (state === 'dead') return <Badge tone="alert">Failed before</Badge>;
  return null;
}
