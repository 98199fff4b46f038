import { Select } from '#app/ui/field.tsx';

import { severities, severityWords } from './severity.ts';

type Props = { value: string; none: string; help?: string; error?: string | undefined };

/** A severity to choose; `none` is what stands for no choice. */
export function SeveritySelect({ value, none, help, error }: Props) {
  return (
    <Select label="Severity" name="severity" defaultValue={value} error={error} help={help}>
      <option value="">{none}</option>
      {severities.map((level) => (
        <option key={level} value={level}>
          {level} · {severityWords[level]}
        </option>
      ))}
    </Select>
  );
}
