import type { Door } from './check-in.ts';

/** Why a code checks nobody in, in words that say nothing of the codes there are. */
export function refusalWords(
  refused: 'wrong' | 'marked-absent' | Exclude<Door, 'open'>,
  { opens, host }: { opens: string; host: string | null },
): string {
  switch (refused) {
    case 'wrong':
      return 'That is not a code of this meeting that is good now. Codes change after a quarter of an hour, and each meeting has its own: type the one on the screen once more, or ask for a new one.';
    case 'early':
      return `It is too early: check-in opens ${opens}.`;
    case 'over':
      return `Check-in is closed. Were you there? ${asker(host)} can put you on the list.`;
    case 'marked-absent':
      return `The list says that you were not there. ${asker(host)} can put that right.`;
    case 'skipped':
      return 'This meeting does not take place, so nobody checks in.';
  }
}

const asker = (host: string | null) => host ?? 'An organiser';
