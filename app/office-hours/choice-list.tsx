import type { Offered } from './choices.server.ts';

type Props = { choices: Offered[]; chosen: string | undefined; error?: string | undefined };

/** Times to choose from, and to be told later; one of them is chosen. */
export function ChoiceList({ choices, chosen, error }: Props) {
  const first = choices.some(({ value }) => value === chosen) ? chosen : choices[0]?.value;
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">When, and with whom</legend>
      {error && <p className="mb-2 text-sm font-medium text-alert">{error}</p>}
      <ul className="divide-y divide-line rounded-md border border-line">
        {choices.map(({ value, words, detail }) => (
          <li key={value}>
            <label className="flex cursor-pointer items-start gap-3 px-4 py-3 hover:bg-sunken has-checked:bg-accent-wash">
              <input
                type="radio"
                name="choice"
                value={value}
                defaultChecked={value === first}
                className="mt-1 size-4 shrink-0 accent-accent"
              />
              <span className="min-w-0">
                <span className="block">{words}</span>
                <span className="block text-sm text-soft [overflow-wrap:anywhere]">{detail}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
