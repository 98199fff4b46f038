/** What saving a section answers: the version of the text as it is kept now, and why it was not saved, if so. */
export type SectionAnswer = {
  version: number;
  error: string | null;
  /** whether saving again, as it is, may help */
  again?: boolean;
  /** the text that was refused, to be shown again */
  typed?: string | undefined;
  /** somebody saved in between: who, and both texts */
  stale: { by: string | undefined; theirs: string; yours: string } | null;
};

/** What a preview answers: the text as safe HTML, what it was made from, and why there is none, if so. */
export type PreviewAnswer = { html: string; markdown: string; version: number; error?: string };

/** Why a text could not be sent, for whoever is writing it: their text stays where it is. */
export function notSent(failure: unknown): { error: string; again: boolean } {
  const status = (failure as { status?: number } | null)?.status;
  if (status === 403 || status === 404) {
    return {
      error:
        'It can no longer be changed: it was published, or you no longer take part. Copy your text before you leave.',
      again: false,
    };
  }
  // A redirect is the way to the sign-in page.
  if (status !== undefined && status >= 300 && status < 400) {
    return {
      error:
        'You are signed out. Sign in in another tab, then press Save here: your text is still on this page.',
      again: false,
    };
  }
  return { error: 'Not saved: Guildhall could not be reached. It tries again by itself.', again: true };
}
