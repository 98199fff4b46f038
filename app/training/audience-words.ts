import type { AudienceKind } from './audience.ts';

/** Whom a campaign can ask, as one chooses it. */
export const audienceWords: Record<AudienceKind, string> = {
  engineers: 'All engineers: everybody in a squad',
  everyone: 'Everybody with an account',
  champions: 'Champions',
  areas: 'Some product areas',
  squads: 'Some squads',
};
export const audienceKinds = Object.keys(audienceWords) as [AudienceKind, ...AudienceKind[]];
