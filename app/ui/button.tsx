import { Link, type LinkProps } from '@remix-run/react';
import type { ButtonHTMLAttributes } from 'react';

type Weight = 'primary' | 'plain' | 'quiet';

const shape =
  'inline-flex min-h-10.5 items-center justify-center gap-2 rounded-md py-2 text-sm font-medium cursor-pointer disabled:cursor-not-allowed disabled:opacity-60';
const weights: Record<Weight, string> = {
  primary: 'bg-accent px-4 text-on-accent hover:bg-accent-strong',
  plain: 'border border-line-strong bg-surface px-4 text-ink hover:bg-sunken',
  quiet: 'px-2 text-accent underline-offset-4 hover:underline',
};

export function Button({
  weight = 'plain',
  className = '',
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { weight?: Weight }) {
  return <button {...rest} className={`${shape} ${weights[weight]} ${className}`} />;
}

/** A link that looks like a button, for the one thing a page is for. */
export function ButtonLink({ weight = 'plain', className = '', ...rest }: LinkProps & { weight?: Weight }) {
  return <Link {...rest} className={`${shape} ${weights[weight]} ${className}`} />;
}
