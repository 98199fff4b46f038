import { personLabel } from '#app/accounts/person-meant.ts';

import { criticalityWord } from './criticality.ts';
import { type SquadFacts } from './squad.ts';

type Somebody = { name: string; email: string } | null;
type Edited = SquadFacts & { manager: Somebody; productOwner: Somebody };

/** A squad as somebody would type it into its form. */
export const typedSquad = (squad: Edited): Record<string, string> => ({
  name: squad.name,
  area: squad.area ?? '',
  developers: String(squad.developers ?? ''),
  criticality: String(squad.criticality ?? ''),
  manager: squad.manager ? personLabel(squad.manager) : '',
  productOwner: squad.productOwner ? personLabel(squad.productOwner) : '',
});

const spoken = {
  name: 'Name',
  area: 'Area',
  developers: 'Developers',
  criticality: 'Criticality',
  manager: 'Manager',
  productOwner: 'Product owner',
} as const;

const said = (name: string, text: string) =>
  (name === 'criticality' && criticalityWord(Number(text))) || text;

/** What somebody else saved beside what was typed, field by field. */
export const comparedSquad = (theirs: Record<string, string>, yours: Record<string, string>) =>
  Object.entries(spoken).map(([name, words]) => ({
    name: words,
    theirs: said(name, theirs[name] ?? ''),
    yours: said(name, yours[name] ?? ''),
  }));
