import type { Writer } from '#app/channels/announcement.ts';
import { paths } from '#app/paths.ts';

import { moduleNamed } from './curriculum.server.ts';

/** What channels are told of a lesson, by its key ("white/01-what-goes-wrong"). */
export const tellOfLesson: Writer = async (key) => {
  const module = moduleNamed(key);
  if (!module) return null;
  const { title, about, minutes } = module;
  return {
    title: `A lesson: ${title}`,
    text: `${about} It takes about ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
    path: paths.module(key),
  };
};
