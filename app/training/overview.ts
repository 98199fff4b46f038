import { type Module, type Stage, stages } from './module.ts';

type Belt = { key: string; name: string; about: string };

/** A stage as an address names it; null: none, or one that does not exist. */
export const stageNamed = (text: string | null): Stage | null =>
  stages.find((stage) => stage === text) ?? null;

/** The modules of each belt in the order of the belts; those of no belt come last. Belts without a module are left out. */
export function byBelt<M extends Pick<Module, 'belt'>>(
  modules: readonly M[],
  belts: readonly Belt[],
): { belt: Belt | null; modules: M[] }[] {
  const known = new Set(belts.map(({ key }) => key));
  return [
    ...belts.map((belt) => ({ belt, modules: modules.filter((module) => module.belt === belt.key) })),
    { belt: null, modules: modules.filter((module) => !known.has(module.belt)) },
  ].filter((group) => group.modules.length > 0);
}

/** How many modules belong to each stage of the pipeline. */
export const perStage = (modules: readonly Pick<Module, 'stages'>[]): { stage: Stage; modules: number }[] =>
  stages.map((stage) => ({
    stage,
    modules: modules.filter((module) => module.stages.includes(stage)).length,
  }));
