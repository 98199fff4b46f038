import { Form } from '@remix-run/react';

import { Button } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/field.tsx';
import { Card } from '#app/ui/page.tsx';

import { type Door } from './check-in.ts';
import { refusalWords } from './check-in-words.ts';

type Props = {
  door: Door;
  opens: string;
  host: string | null;
  refused: { code: string; error: string } | undefined;
};

/** Where somebody types the code they see in the room; or why they cannot. */
export function CheckInCard({ door, opens, host, refused }: Props) {
  if (door !== 'open')
    return (
      <Card aria-label="Check-in">
        <p>{refusalWords(door, { opens, host })}</p>
      </Card>
    );
  return (
    <Card aria-label="Check-in">
      <Form method="post" className="space-y-4">
        <TextField
          label="The code on the screen"
          name="code"
          required
          maxLength={40}
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="go"
          defaultValue={refused?.code}
          error={refused?.error}
          help="Six letters and digits. Capitals, spaces and hyphens do not matter."
          className="font-mono text-2xl tracking-widest uppercase"
        />
        <Button weight="primary" className="w-full sm:w-auto">
          Check in
        </Button>
      </Form>
    </Card>
  );
}
