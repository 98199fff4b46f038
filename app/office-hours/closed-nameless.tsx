import { PageHead } from '#app/ui/page.tsx';

/** What a link says that opens nothing. */
export const ClosedNameless = ({ wait }: { wait: string | null }) => (
  <PageHead
    title={wait ? 'That was a little fast' : 'This link leads nowhere'}
    lead={
      wait
        ? `Try again in ${wait}.`
        : 'Perhaps a part of it was lost on the way: copy it once more, whole. Nobody can look it up for you.'
    }
  />
);
