import { configuration } from '#app/configuration.server.ts';
import { paths } from '#app/paths.ts';
import { newId } from '#db/ids.ts';

import { postTo, type Receiver } from './posting.server.ts';
import type { Verdict } from './verdict.ts';

/** Posts a line to a channel at once, to see whether it arrives. */
export const trialPost = (to: Receiver, by: string, clock: () => number): Promise<Verdict> =>
  postTo(
    to,
    newId(),
    {
      kind: 'trial',
      title: 'A trial post from Guildhall',
      text: `${by} tries out whether posts arrive here. They do.`,
      link: configuration.origin + paths.home(),
      at: clock(),
    },
    { clock },
  );
