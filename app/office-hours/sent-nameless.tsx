import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Callout } from '#app/ui/callout.tsx';
import { CopyField } from '#app/ui/copy-field.tsx';
import { Card, PageHead } from '#app/ui/page.tsx';

/** The link by which a letter is followed. It is shown here and never again. */
export function SentNameless({ link }: { link: string }) {
  return (
    <>
      <PageHead
        title="It is in the box"
        lead="At the next quarter of an hour it goes to those who answer, together with whatever else lies there."
      />
      <Card className="max-w-2xl space-y-5">
        <CopyField
          label="Your link"
          value={link}
          help="It opens without signing in, on any device. Who has it can read the answer and write in your place."
        />
        <Callout tone="warn" title="Keep it now: nobody can give it to you again">
          <p>
            We keep only a fingerprint of it, to know it when you come. A bookmark tells whoever looks at it;
            a note in your password manager does not.
          </p>
        </Callout>
        {/* Not followed by script, which would ask for what lies behind it ahead of need. */}
        <p>
          <a href={link} className="text-accent underline underline-offset-4">
            Open it now
          </a>
        </p>
        <ButtonLink to={paths.questions()}>Done</ButtonLink>
      </Card>
    </>
  );
}
