import { once, textOf, whole } from '#app/content/kept.server.ts';

import { type CampaignSettings, readCampaignSettings } from './campaign-settings.ts';

const file = 'content/campaigns.json';

/** The file with what is wrong with it; for `npm run content:check`. */
export const campaignFiles = () => [{ file, read: readCampaignSettings(textOf(file)) }];

/** How campaigns remind, and how an auditor reads scores. Throws where the file cannot be read. */
export const campaignSettings = once(
  (): CampaignSettings => whole(file, readCampaignSettings(textOf(file))).settings,
);
