import { curriculum, moduleNamed } from '#app/training/curriculum.server.ts';

/** What can be linked: every lesson by its title, and the questions of the one that is chosen. */
export function linkChoices(chosen: string) {
  const module = moduleNamed(chosen);
  return {
    modules: curriculum().map(({ key, title, belt }) => ({ key, title, belt })),
    chosen: module && {
      key: module.key,
      title: module.title,
      questions: module.questions.map(({ key, prompt }) => ({ key, prompt })),
    },
  };
}

export type Choices = ReturnType<typeof linkChoices>;
