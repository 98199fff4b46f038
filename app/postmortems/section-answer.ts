/** What saving a section answers: the version of the text as it is kept now, and why it was not saved, if so. */
export type SectionAnswer = {
  version: number;
  error: string | null;
  /** what was typed and refused */
  typed?: string | undefined;
  /** somebody saved in between: who, and both texts */
  stale: { by: string | undefined; theirs: string; yours: string } | null;
};

/** Why a text did not get through, for whoever is writing it, and whether trying again may help. */
export type NotSent = { text: string; again: boolean };

/** What an answer without an answer means; null stands for no answer at all. */
export function notSent(response: { status: number; redirected: boolean } | null): NotSent {
  if (response?.redirected) {
    return {
      text: 'You are signed out. Sign in in another tab, then press Save here: your text is still on this page.',
      again: false,
    };
  }
  if (response?.status === 403 || response?.status === 404) {
    return {
      text: 'It can no longer be changed: it was published, or you no longer take part. Copy your text before you leave.',
      again: false,
    };
  }
  return {
    text: 'Guildhall could not be reached. Your text stays here, and is saved as soon as it can be.',
    again: true,
  };
}
