/** Many saves at once, until nobody answers any more. */
import { paths } from '#app/paths.ts';

import { type Ledger, savedText } from './ledger.ts';
import type { Answer, Visitor } from './visitor.ts';

const ENTRY_WRITERS = 6;
const SECTIONS = ['summary', 'root-cause', 'went-well'];

/** Begins a draft, and gives its id. */
export async function beginDraft(visitor: Visitor, title: string): Promise<string> {
  const fields = { title, severity: '', timezone: 'UTC', template: 'postmortem' };
  const to = await visitor.post(paths.newPostmortem(), fields);
  const id = /^\/postmortems\/([0-9a-z]+)\/edit/.exec(to)?.[1];
  if (!id) throw new Error(`A new postmortem led to ${to || 'nowhere'}.`);
  return id;
}

/** Saves entries and sections of a draft side by side, and notes each that was answered as saved. Ends with the app. */
export async function burst(visitor: Visitor, draft: string, ledger: Ledger): Promise<void> {
  const isSaved = ({ status, to }: Answer) => status === 303 && to.startsWith(paths.editPostmortem(draft));
  const untilItEnds = async (save: () => Promise<Answer>, note: () => void) => {
    for (;;) {
      const answer = await save().catch(() => null);
      if (!answer) return;
      if (!isSaved(answer))
        throw new Error(`A save was answered ${answer.status} and led to “${answer.to}”.`);
      note();
    }
  };

  const entries = Array.from({ length: ENTRY_WRITERS }, (_, writer) => {
    let sent = 0;
    const text = () => `Writer ${writer} of ${draft} notes observation ${sent}.`;
    return untilItEnds(
      () => {
        sent += 1;
        const entry = { day: '2026-11-02', time: '14:05', zone: '', written: '', text: text() };
        return visitor.submit(paths.postmortemTimeline(draft), entry);
      },
      () => ledger.entries.add(text()),
    );
  });
  const sections = SECTIONS.map((key) => {
    // A section has one writer: each save raises its version from the one that it begins with by one.
    let version = 1;
    return untilItEnds(
      () =>
        visitor.submit(paths.postmortemSection(draft, key), {
          version: String(version),
          markdown: savedText(version),
        }),
      () => ledger.saves.set(`${draft}/${key}`, version++),
    );
  });
  await Promise.all([...entries, ...sections]);
}
