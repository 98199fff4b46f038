import { Card } from '#app/ui/page.tsx';

import { capWords, givesWords, vouchedWords } from './rule-words.ts';
import type { Rule } from './rules.ts';

/** Some rules in words: what for, how often, on whose word. */
export function RuleList({
  id,
  title,
  about,
  rules,
  awardNames = {},
  today,
}: {
  id: string;
  title: string;
  about: string;
  rules: readonly Rule[];
  awardNames?: Readonly<Record<string, string>>;
  today: string;
}) {
  if (rules.length === 0) return null;
  const seenBy = new Set(rules.map((rule) => rule.seenBy));
  return (
    <Card aria-labelledby={id}>
      <h2 id={id} className="font-serif text-xl font-semibold">
        {title}
      </h2>
      <p className="mt-1 text-soft">
        {about} {seenBy.size === 1 && `Seen by: ${rules[0]!.seenBy}`}
      </p>
      <ul className="mt-4 divide-y divide-line border-t border-line">
        {rules.map((rule) => (
          <li key={rule.key} className="py-3">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <h3 className="font-medium">{rule.words}</h3>
              <p className="text-sm font-medium text-accent">{givesWords(rule, awardNames)}</p>
            </div>
            <p className="mt-0.5">{rule.help}</p>
            <p className="mt-0.5 text-sm text-soft">
              {[capWords(rule), vouchedWords(rule)].filter(Boolean).join(', ')}
              {rule.from && today < rule.from && `, from ${rule.from} on`}
              {rule.until && `, until ${rule.until}`}.{seenBy.size > 1 && ` Seen by: ${rule.seenBy}`}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
