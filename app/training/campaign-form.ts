import { z } from 'zod';

import { line, optionalLine, prose } from '#app/http/fields.ts';

import { audienceKinds } from './audience-words.ts';
import { AREA, areaField, MODULE, moduleField } from './campaign-field-names.ts';
import { type Audience } from './audience.ts';
import { type Counting, countings, type Days, daysProblem, isDay } from './campaign-window.ts';

const DAY_WORDS = 'Write the day as 2026-03-04.';
const day = optionalLine(10).refine((text) => text === '' || isDay(text), DAY_WORDS);

/** What somebody fills in. Besides, each module and each area they tick is a field of its own: "module:white/01-…". */
export const campaignSchema = z.looseObject({
  name: line('the name of the campaign', 120),
  about: prose(4000),
  opens: day,
  closes: day,
  counting: z.enum(countings, { error: 'Choose which passes count.' }).default('year'),
  audience: z.enum(audienceKinds, { error: 'Choose whom it asks.' }),
  squads: prose(50_000),
  version: z.coerce.number().int().default(0),
});
export type Filled = z.output<typeof campaignSchema>;

/** A campaign as somebody means it. */
export type CampaignDraft = Days & {
  name: string;
  about: string;
  modules: string[];
  audience: Audience;
  counting: Counting;
};
export type FieldErrors = Partial<Record<keyof CampaignDraft | 'squads' | 'areas', string>>;

type Known = {
  modules: ReadonlySet<string>;
  areas: ReadonlySet<string>;
  squads: readonly { id: string; name: string }[];
};
type Fixed = Pick<CampaignDraft, 'modules' | 'counting' | 'opens'> | null;

const MOST_SQUADS = 500;
const ticked = (filled: Filled, prefix: string, known: ReadonlySet<string>) =>
  [...known].filter((one) => prefix + one in filled);

/**
 * The draft that a form means, or what to do about its fields. `known`: the lessons, areas and squads there are; `fixed`:
 * what an open campaign keeps, whatever the form says.
 */
export function draftOf(
  filled: Filled,
  { known, fixed, today }: { known: Known; fixed: Fixed; today: string },
): { draft: CampaignDraft } | { errors: FieldErrors } {
  const { name, about, closes } = filled;
  const modules = fixed?.modules ?? ticked(filled, MODULE, known.modules);
  const opens = fixed?.opens ?? filled.opens;
  const audience = audienceOf(filled, known);
  const errors: FieldErrors = {
    ...(modules.length === 0 && { modules: 'Choose at least one lesson.' }),
    ...missingDays({ opens, closes }),
    ...(opens && closes && daysProblem({ opens, closes }, today, fixed !== null)),
    ...('errors' in audience && audience.errors),
  };
  if (Object.keys(errors).length > 0 || 'errors' in audience) return { errors };
  const counting = fixed?.counting ?? filled.counting;
  return { draft: { name, about, opens, closes, counting, modules, audience: audience.audience } };
}

const missingDays = ({ opens, closes }: Days): FieldErrors => ({
  ...(opens === '' && { opens: DAY_WORDS }),
  ...(closes === '' && { closes: DAY_WORDS }),
});

function audienceOf(filled: Filled, known: Known): { audience: Audience } | { errors: FieldErrors } {
  const kind = filled.audience;
  if (kind === 'areas') {
    const areas = ticked(filled, AREA, known.areas);
    return areas.length > 0
      ? { audience: { kind, areas } }
      : { errors: { areas: 'Choose at least one area, or another audience.' } };
  }
  return kind === 'squads' ? squadsOf(filled.squads, known.squads) : { audience: { kind } };
}

const folded = (name: string) => name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

function squadsOf(text: string, known: Known['squads']): { audience: Audience } | { errors: FieldErrors } {
  const refuse = (words: string) => ({ errors: { squads: words } });
  const byName = new Map(known.map(({ id, name }) => [folded(name), id]));
  const lines = text.split('\n').filter((name) => name.trim() !== '');
  if (lines.length === 0)
    return refuse('Write the name of a squad in each line, or choose another audience.');
  if (lines.length > MOST_SQUADS)
    return refuse(`That is more than ${MOST_SQUADS} squads: choose their areas, or make two campaigns.`);
  const unknown = lines.filter((name) => !byName.has(folded(name)));
  if (unknown.length > 0) {
    const few = unknown.slice(0, 3).map((name) => `“${name.trim().slice(0, 80)}”`);
    return refuse(
      `No squad at work is called ${few.join(' or ')}${unknown.length > 3 ? `, nor ${unknown.length - 3} more` : ''}. Look at its name on the page of squads.`,
    );
  }
  return {
    audience: { kind: 'squads', squads: [...new Set(lines.map((name) => byName.get(folded(name))!))] },
  };
}

/** A draft as somebody would type it. */
export function typedCampaign(
  { name, about, opens, closes, counting, modules, audience }: CampaignDraft,
  squadNames: ReadonlyMap<string, string>,
): Record<string, string> {
  const ticks = [
    ...modules.map(moduleField),
    ...(audience.kind === 'areas' ? audience.areas.map(areaField) : []),
  ];
  const squads = audience.kind === 'squads' ? audience.squads.flatMap((id) => squadNames.get(id) ?? []) : [];
  return {
    ...{ name, about, opens, closes, counting, audience: audience.kind, squads: squads.sort().join('\n') },
    ...Object.fromEntries(ticks.map((field) => [field, 'on'])),
  };
}
