import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { PageHead } from '#app/ui/page.tsx';

/** What a link that does not open says. Why it doesn't is not told: whoever made it knows. */
export function Closed({ wait, next }: { wait: string | null; next: string }) {
  return (
    <>
      <PageHead
        title={wait ? 'That was a little fast' : 'This link is no longer good'}
        lead={wait ? `Try again in ${wait}.` : `It works once and for a while. ${next}`}
      />
      <ButtonLink to={paths.signIn()}>Go to sign-in</ButtonLink>
    </>
  );
}
