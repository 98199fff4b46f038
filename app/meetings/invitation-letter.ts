import { shortly, whenInWords } from '#app/calendars/when.ts';
import { asSubject } from '#app/notices/letter.ts';

type Said = {
  title: string;
  startsAt: number;
  minutes: number;
  timezone: string;
  place: string;
  link: string | null;
  host: string | null;
  /** what it is to its reader: news, a change of what they have in their calendar, or its end */
  about: 'new' | 'changed' | 'cancelled';
};
type Links = { answer: string; series: string; less: string };

const begin = { new: 'Invitation', changed: 'Changed', cancelled: 'Does not take place' };

/** An invitation for people: when, in which zone, where, and how to answer. Links are whole addresses. */
export function invitationWords(
  meeting: Said,
  { answer, series, less }: Links,
): { subject: string; text: string } {
  const { title, startsAt, minutes, timezone, place, link, host, about } = meeting;
  const facts = [
    title,
    `${whenInWords(startsAt, minutes, timezone)} (${timezone})`,
    place && `Place: ${place}`,
    link && `Link: ${link}`,
    host && `Host: ${host}`,
  ].filter(Boolean);
  const rest =
    about === 'cancelled'
      ? [`It does not take place. Your calendar can take it out.\nMore about it: ${answer}`]
      : [
          ...(about === 'changed' ? ['This is how it is now; what you had before no longer holds.'] : []),
          `Say whether you come: ${answer}\nAn answer by mail or from your calendar is not read here: please use the link.`,
        ];
  return {
    subject: asSubject(`${begin[about]}: ${title}, ${shortly(startsAt, timezone)}`),
    text: [
      facts.join('\n'),
      ...rest,
      `-- \nTo be left out of these meetings: ${series}\nTo do without mail of this kind: ${less}`,
    ].join('\n\n'),
  };
}
