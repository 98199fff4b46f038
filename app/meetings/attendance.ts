/** Somebody on the list of a meeting. */
export type Attendee = {
  id: string;
  name: string;
  answer: 'yes' | 'maybe' | 'no' | null;
  /** null: nobody has said yet */
  present: boolean | null;
  /** what was said of them, the newest first */
  marks: Mark[];
};

/** Each time somebody said whether a person was there. `at` is epoch ms. */
export type Mark = {
  id: string;
  present: boolean;
  how: 'code' | 'host';
  by: string;
  at: number;
  note: string;
};

const order = { yes: 0, maybe: 1, none: 2, no: 4 } as const;

/** Where somebody stands on the list: who answered yes first; those who came without an invitation before those who said no. */
export const groupOf = ({ answer, invited }: { answer: Attendee['answer']; invited: boolean }): number =>
  answer === null && !invited ? 3 : order[answer ?? 'none'];

export const answerWords = { yes: 'said yes', maybe: 'said maybe', no: 'said no' } as const;

/** What a mark says, in words: "marked as absent by Mara Lindqvist". */
export function markWords({ present, how, by }: Pick<Mark, 'present' | 'how' | 'by'>): string {
  if (how === 'code') return 'checked in with the code';
  return `marked as ${present ? 'present' : 'absent'} by ${by}`;
}
