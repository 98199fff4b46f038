import type { Chance } from './chance.ts';

/** Words as incidents are told in; neither of those that the benchmark searches for is among them. */
const words =
  `the a service request database queue cache deploy alert dashboard engineer on-call customer error latency
timeout retry replica primary failover region cluster node container gateway proxy token session key secret access
login payment invoice export import job worker schedule backup restore disk memory processor network packet firewall
rule policy change release rollback flag config default limit quota threshold metric log trace page runbook ticket
report review owner squad channel call decision fix patch upgrade version library dependency certificate expired
missing stale slow full broken wrong late early again twice after before during while because until under over
noticed found raised lowered moved removed added restarted drained blocked opened closed confirmed measured agreed`.split(
    /\s+/,
  );

/** In 40 postmortems whatever the size, so that the page of their search stays the same page. */
export const RARE_WORDS = 'lighthouse beacon';
/** In every tenth postmortem, so that a search for it finds more as the library grows. */
export const COMMON_WORD = 'quorum';

/** So many words with a capital at the front and no full stop. */
export function phrase(chance: Chance, length: number): string {
  let text = chance.pick(words);
  for (let at = 1; at < length; at += 1) text += ` ${chance.pick(words)}`;
  return text[0]!.toUpperCase() + text.slice(1);
}

export const sentence = (chance: Chance) => `${phrase(chance, 8 + chance.below(10))}.`;

/** A section as people write one: two paragraphs, and a list between them. */
export const prose = (chance: Chance) =>
  `${sentence(chance)} ${sentence(chance)} **${phrase(chance, 3)}**, ${phrase(chance, 6).toLowerCase()}.

- ${sentence(chance)}
- ${sentence(chance)}

${sentence(chance)} See [the runbook](https://example.com/runbooks/${chance.below(1000)}).`;
