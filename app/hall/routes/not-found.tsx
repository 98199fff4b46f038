import { data } from '@remix-run/node';

export function loader() {
  throw data(null, { status: 404 });
}

/** A form that is posted to nowhere gets the same answer. */
export const action = loader;

export default function NotFound() {
  return null;
}
