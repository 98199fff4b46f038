import { Form } from '@remix-run/react';

import type { Refused } from '#app/http/form.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Select, TextArea } from '#app/ui/field.tsx';
import { day } from '#app/ui/time.ts';

import type { RewardPageData } from './reward-requests.server.ts';

type Props = { id: string; page: RewardPageData; zone: string; refused: Refused | undefined };

/** What somebody fills in to ask for a reward. */
export function RequestFields({ id, page: { reward, sizes, grants }, zone, refused }: Props) {
  const comesInSizes = sizes.some(({ size }) => size !== '');
  const of = (name: string) => ({
    name,
    defaultValue: refused?.values[name] ?? '',
    error: refused?.errors[name],
  });
  return (
    <Form method="post" className="space-y-5">
      <input type="hidden" name="id" value={id} />
      <Select
        label="What it goes with"
        {...of('grant')}
        defaultValue={refused?.values.grant ?? grants[0]?.name}
        required
        help="Each award or achievement goes with one reward. The organisers who look at it see which."
      >
        {grants.map(({ name, words, at }) => (
          <option key={name} value={name}>
            {words}, {day(at, zone)}
          </option>
        ))}
      </Select>
      {comesInSizes && (
        <Select label="Size" {...of('size')} required>
          <option value="" disabled>
            Choose a size
          </option>
          {sizes.map(({ size, isLeft }) => (
            <option key={size} value={size} disabled={!isLeft}>
              {isLeft ? size : `${size} (none left)`}
            </option>
          ))}
        </Select>
      )}
      {!comesInSizes && refused?.errors.size && (
        <p role="alert" className="font-medium text-alert">
          {refused.errors.size}
        </p>
      )}
      {reward.ships && (
        <TextArea
          label="Where it is to be sent"
          {...of('address')}
          rows={4}
          required
          autoComplete="street-address"
          help="The office will do: “Desk 4, second floor”."
        />
      )}
      <p className="text-sm text-soft">{whatIsKept(reward.ships, comesInSizes)}</p>
      <Button weight="primary">Ask for it</Button>
    </Form>
  );
}

function whatIsKept(ships: boolean, comesInSizes: boolean): string {
  if (!ships && !comesInSizes) return 'Organisers see that you asked for it. Nothing else is kept.';
  const what = [comesInSizes && 'size', ships && 'address'].filter(Boolean).join(' and ');
  return `Organisers alone see your ${what}, and only until your reward is on its way to you, or not to be given. Then that is deleted. No message carries it.`;
}
