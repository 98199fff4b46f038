import type { LoaderFunctionArgs } from '@remix-run/node';

import { zoneHere } from '#app/accounts/organisation.server.ts';
import { asDownload } from '#app/http/download.ts';
import { minutesMarkdown } from '#app/meetings/minutes-markdown.ts';
import { minutesOf } from '#app/meetings/minutes.server.ts';
import { scopedMeeting } from '#app/meetings/scoped.server.ts';

/** The minutes as Markdown, of what whoever asks may see. */
export async function loader(args: LoaderFunctionArgs) {
  const { viewer, meeting } = await scopedMeeting(args);
  args.context.keptNowhere = true;
  const text = minutesMarkdown(await minutesOf(viewer, meeting), await zoneHere());
  return asDownload(text, `${meeting.title} ${meeting.wall.slice(0, 10)}`);
}
