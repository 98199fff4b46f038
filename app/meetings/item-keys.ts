import { TEMPLATE } from './agenda.ts';

type Source = { seriesId: string; sourceRoom: string | null; sourceId: string | null };

/** Of one lineage one row is open. */
export const openKey = ({ seriesId, lineageId }: { seriesId: string; lineageId: string }): string =>
  `${seriesId} ${lineageId}`;

/** The same thing is not put before a series twice at once, nor a part of a template before one meeting; null: a thing of its own. */
export const onceKey = ({
  seriesId,
  sourceRoom,
  sourceId,
  meetingId,
}: Source & { meetingId: string | null }) =>
  sourceRoom === null ? null : `${sourceRoom === TEMPLATE ? meetingId : seriesId} ${sourceRoom} ${sourceId}`;
