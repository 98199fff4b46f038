import { may } from '#app/accounts/permissions.ts';
import type { Viewer } from '#app/accounts/viewer.ts';

import { visibleMeeting } from './visible.server.ts';

/** Whether somebody may hear what is new in a meeting: whoever sees it. What not everybody may see is not told there. */
export const hearsMeeting = async (viewer: Viewer, id: string): Promise<boolean> =>
  may(viewer, 'see-meetings') && (await visibleMeeting(viewer, id)) !== null;
