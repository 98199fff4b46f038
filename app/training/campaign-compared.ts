import { audienceWords } from './audience-words.ts';
import { type AudienceKind } from './audience.ts';

const spoken = {
  name: 'Name',
  about: 'What it is about',
  opens: 'First day',
  closes: 'Last day',
  audience: 'Whom it asks',
  squads: 'Squads',
} as const;

const ticksOf = (values: Record<string, string>, prefix: string) =>
  Object.keys(values)
    .filter((field) => field.startsWith(prefix))
    .map((field) => field.slice(prefix.length))
    .sort()
    .join('\n');

/** What somebody else saved beside what was typed, field by field. What an open campaign keeps is not typed. */
export function comparedCampaign(theirs: Record<string, string>, yours: Record<string, string>) {
  const said = (name: string, values: Record<string, string>) =>
    name === 'audience' ? audienceWords[values.audience as AudienceKind] : (values[name] ?? '');
  const keeps = !yours.opens;
  return [
    ...Object.entries(spoken)
      .filter(([name]) => !(keeps && name === 'opens'))
      .map(([name, words]) => ({ name: words, theirs: said(name, theirs), yours: said(name, yours) })),
    ...(keeps
      ? []
      : [{ name: 'Lessons', theirs: ticksOf(theirs, 'module:'), yours: ticksOf(yours, 'module:') }]),
    { name: 'Areas', theirs: ticksOf(theirs, 'area:'), yours: ticksOf(yours, 'area:') },
  ];
}
