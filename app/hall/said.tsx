import { Form } from '@remix-run/react';

import type { FrameData } from '#app/root.tsx';
import { Button } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';

/** What the step before has to say, with a way to take it back where there is one. */
export function Said({ flash }: { flash: NonNullable<FrameData['flash']> }) {
  return (
    <div className="no-print mb-6">
      <Callout tone={flash.tone ?? 'good'} live>
        <div className="flex flex-wrap items-center justify-between gap-2">
          <p>{flash.text}</p>
          {flash.undo && (
            <Form method="post" action={flash.undo.action}>
              {Object.entries(flash.undo.fields ?? {}).map(([name, value]) => (
                <input key={name} type="hidden" name={name} value={value} />
              ))}
              <Button>{flash.undo.label ?? 'Undo'}</Button>
            </Form>
          )}
        </div>
      </Callout>
    </div>
  );
}
