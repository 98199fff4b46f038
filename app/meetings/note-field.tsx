import { Form } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';

import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { inputLook } from '#app/ui/field.tsx';

import type { Note } from './note.ts';
import { NoteKeeper, type Standing } from './note-keeper.ts';

type Props = {
  meetingId: string;
  viewerId: string;
  note: Note;
  label: string;
  /** tells who can bring in what others write; null when it is gone */
  register(itemId: string, hears: Hears | null): void;
};

export type Hears = { hear(note: Note): void };

const words: Record<Standing, string> = {
  still: '',
  typing: '',
  saving: 'Saving …',
  saved: 'Saved',
  kept: 'No connection. It is kept on this device, and saved as soon as there is one.',
  'signed-out':
    'You are signed out. It is kept on this device: sign in in another tab, and it will be saved.',
  closed: 'The meeting is over, and this was not saved. It is kept on this device.',
  'too-long':
    'That is longer than notes can be, together with what others wrote, and not saved. It is kept on this device: shorten it.',
};

/** A text that several people write. It saves by itself; without scripts there is a button. */
export function NoteField({ meetingId, viewerId, note, label, register }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const keeper = useRef<Hears>(undefined);
  const [first] = useState(note);
  const [by, setBy] = useState(note.by);
  const [standing, setStanding] = useState<Standing | null>(null);
  const id = `notes-${note.itemId || 'all'}`;

  useEffect(() => {
    const place = { viewerId, meetingId, path: paths.noteSaving(meetingId) };
    setStanding('still');
    const made = new NoteKeeper(field.current!, first, place, setStanding);
    keeper.current = {
      hear(told) {
        made.hear(told);
        setBy(told.by);
      },
    };
    register(first.itemId, keeper.current);
    return () => {
      register(first.itemId, null);
      made.stop();
    };
  }, [viewerId, meetingId, first, register]);
  useEffect(() => keeper.current?.hear(note), [note]);

  const isTrouble = standing !== null && ['kept', 'signed-out', 'closed', 'too-long'].includes(standing);
  return (
    <Form method="post" action={paths.meetingNotes(meetingId)} id={id} className="scroll-mt-24">
      <input type="hidden" name="item" value={first.itemId} />
      <input type="hidden" name="version" value={first.version} />
      <label htmlFor={`${id}-text`} className="sr-only">
        {label}
      </label>
      <textarea
        ref={field}
        id={`${id}-text`}
        name="text"
        rows={4}
        defaultValue={first.text}
        // A browser would put an old text back after a reload, as if it had been typed.
        autoComplete="off"
        placeholder="What was said? Everybody here can write."
        className={`${inputLook} field-sizing-content max-h-[70vh] min-h-28 leading-relaxed`}
      />
      <div className="mt-1.5 flex min-h-6 flex-wrap items-center justify-between gap-x-4 text-sm">
        <p role="status" className={isTrouble ? 'font-medium text-warn' : 'text-soft'}>
          {words[standing ?? 'still']}
        </p>
        {by && !isTrouble && <p className="text-soft">Last written by {by}</p>}
      </div>
      {standing === null && <Button className="mt-2">Save these notes</Button>}
    </Form>
  );
}
