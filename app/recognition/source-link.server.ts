import { visibleActionItem } from '#app/action-items/action-items.server.ts';
import type { Viewer } from '#app/accounts/viewer.ts';
import { paths } from '#app/paths.ts';
import { visiblePostmortem } from '#app/postmortems/postmortems.server.ts';

type Source = { kind: string; sourceId: string };

/** Where the source of something one was given stands, as far as one may see it (still); null where it has no page. */
export async function sourceLink(viewer: Viewer, { kind, sourceId }: Source): Promise<string | null> {
  switch (kind) {
    case 'evidence-approved':
      return paths.evidence(sourceId);
    case 'session-led':
      return paths.activity(sourceId);
    case 'quiz-passed':
      return paths.attempt(sourceId);
    case 'presented':
      return paths.agendaItem(sourceId);
    case 'fix-verified':
      return (await visibleActionItem(viewer, sourceId)) ? paths.actionItem(sourceId) : null;
    case 'near-miss-reported':
      return (await visiblePostmortem(viewer, sourceId)) ? paths.postmortem(sourceId) : null;
    case 'awarded':
      return paths.nominationCelebration(sourceId);
    default:
      return null;
  }
}
