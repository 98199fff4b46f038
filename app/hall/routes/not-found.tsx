import { data } from '@remix-run/node';

const nothing = () => data(null, { status: 404 });

export function loader() {
  throw nothing();
}

/** A form that is posted to nowhere gets the same answer. */
export function action() {
  throw nothing();
}

export default function NotFound() {
  return null;
}
