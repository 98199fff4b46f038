/** What somebody can choose about being recognised. Nothing is chosen for anybody. */
export const choices = ['thanks-on-wall', 'shout-outs', 'opted-out'] as const;
export type Choice = (typeof choices)[number];

export const choiceWords: Record<Choice, { title: string; help: string; on: string; off: string }> = {
  'thanks-on-wall': {
    title: 'Thanks go onto the wall by themselves',
    help: 'Those that whoever gives them meant for the wall. You can take each of them off again.',
    on: 'Thanks meant for the wall go there by themselves from now on.',
    off: 'Thanks stay with you until you show them.',
  },
  'shout-outs': {
    title: 'What I show is told in the guild’s channels, too',
    help: 'A thanks or an award that you put on the wall is posted a minute later, with your name. The name of whoever thanked you stays on the wall.',
    on: 'What you show is told in the guild’s channels from now on, a minute later.',
    off: 'Nothing is posted unless you ask for it.',
  },
  'opted-out': {
    title: 'I would rather not be recognised in public',
    help: 'You are on no wall, no list of people to thank, and in no post. What you have shown stays yours, and comes back should you change your mind. Nothing else changes: colleagues can thank you, belts and awards are yours as ever, and nobody is told that you chose this.',
    on: 'You are seen nowhere from now on. Everything else goes on as it was.',
    off: 'Welcome back. What you had on the wall is there again.',
  },
};
