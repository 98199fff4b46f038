import type { PostState } from '#app/channels/post.ts';

/** What channels are told of: an achievement stays on the wall. */
export const isPostable = (kind: string): kind is 'thanks' | 'award' => kind === 'thanks' || kind === 'award';

/** Whether something of one's own is seen. `showing`: what stands on the wall; null: it is its person's alone. */
export type ShowState = { showing: { id: string; post: PostState | null } | null };
