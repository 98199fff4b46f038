import { Form } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Button } from '#app/ui/button.tsx';
import { Checkbox } from '#app/ui/field.tsx';
import { Card } from '#app/ui/page.tsx';

import { type Reach, reaches } from './postmortem.ts';

const words: Record<Reach, [string, string]> = {
  everyone: ['Everyone here', 'Once published, whoever can sign in may read it.'],
  squads: ['Chosen squads', 'Once published, these squads, and the people named above.'],
  people: ['The people named above', 'Once published, they and nobody else.'],
  private: [
    'Private',
    'Only the people named above, at any time: in lists, search and notices too. Whoever runs the server can still read its database.',
  ],
};

type Props = { postmortemId: string; reach: Reach; meant: string[]; squads: { id: string; name: string }[] };

/** Who it is for. */
export function ReachCard({ postmortemId, reach, meant, squads }: Props) {
  return (
    <Card id="reach" aria-labelledby="reach-heading" className="scroll-mt-4">
      <h2 id="reach-heading" className="mb-3 font-semibold">
        Who it is for
      </h2>
      <Form
        method="post"
        action={paths.postmortemReach(postmortemId)}
        className="space-y-3"
        preventScrollReset
      >
        {reaches.map((one) => (
          <div key={one}>
            <label className="flex gap-2">
              <input
                type="radio"
                name="reach"
                value={one}
                defaultChecked={one === reach}
                className="mt-1 size-4 accent-accent"
              />
              <span>
                {words[one][0]}
                <span className="block text-sm text-soft">{words[one][1]}</span>
              </span>
            </label>
            {one === 'squads' && squads.length > 0 && (
              <details className="mt-2 ml-6" open={reach === 'squads'}>
                <summary className="text-sm text-accent">Choose squads</summary>
                <div className="mt-1 max-h-48 space-y-1 overflow-auto">
                  {squads.map((squad) => (
                    <Checkbox
                      key={squad.id}
                      label={squad.name}
                      name="squad"
                      value={squad.id}
                      defaultChecked={meant.includes(squad.id)}
                    />
                  ))}
                </div>
              </details>
            )}
          </div>
        ))}
        <Button>Save</Button>
      </Form>
    </Card>
  );
}
