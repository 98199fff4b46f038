import { kindWords, OTHER, type Part } from './agenda.ts';
import { agendaTemplateNamed, agendaTemplates } from './template.server.ts';

/** The parts of a template; none where there is no such template any more. */
export const partsOf = (template: string): Part[] => agendaTemplateNamed(template)?.parts ?? [];

const allParts = (): Part[] => agendaTemplates().flatMap(({ parts }) => parts);

/** A kind in the words of a template, else of any other that has it. */
export const kindIn = (template: string, kind: string): string =>
  kindWords([...partsOf(template), ...allParts()], kind);

/** A kind as it was chosen, or "other" where no template has it. */
export const knownKind = (kind: string): string =>
  allParts().some(({ key }) => key === kind) ? kind : OTHER;
