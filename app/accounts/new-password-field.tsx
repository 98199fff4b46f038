import { TextField } from '#app/ui/field.tsx';

import { LEAST } from './password.ts';

/** Where a new password is chosen. */
export function NewPasswordField({
  error,
  label = 'Password',
}: {
  error?: string | undefined;
  label?: string;
}) {
  return (
    <TextField
      label={label}
      type="password"
      name="password"
      autoComplete="new-password"
      required
      minLength={LEAST}
      help={`${LEAST} characters or more; a few words in a row do well. Spaces are welcome.`}
      error={error}
    />
  );
}
