import { Callout } from '#app/ui/callout.tsx';
import { CopyField } from '#app/ui/copy-field.tsx';

/** A signing secret, shown when it is made and never again. */
export function SecretOnce({ title, secret }: { title: string; secret: string }) {
  return (
    <Callout tone="good" live title={title}>
      <div className="mt-3 max-w-2xl">
        <CopyField
          label="Signing secret"
          value={secret}
          help="It is shown this once. The receiver checks by it that a post comes from here (Standard Webhooks)."
        />
      </div>
    </Callout>
  );
}
