import { Card } from '#app/ui/page.tsx';

const never = [
  ['Messages, logins and page views', 'they measure a screen, not a person'],
  ['Hours', 'long evenings are a problem to solve, not a thing to praise'],
  ['Counts of bugs or of closed tickets', 'whoever counts them gets more of them, and smaller ones'],
  ['Weeks without an incident', 'the easiest way there is to stop telling'],
  ['Streaks', 'holidays and illness are no failure'],
  ['Getting round a control to be faster', 'however well it went'],
  ['Reading, and being there', 'both are good, and both are easily pretended'],
  ['Thanks', 'they are between two people, and stay worth something because they count for nothing'],
] as const;

/** What is not recognised, and why. */
export function NeverRecognised() {
  return (
    <Card aria-labelledby="never">
      <h2 id="never" className="font-serif text-xl font-semibold">
        What is never recognised, and why
      </h2>
      <dl className="mt-3 grid gap-x-6 gap-y-3 sm:grid-cols-2">
        {never.map(([what, why]) => (
          <div key={what}>
            <dt className="font-medium">{what}</dt>
            <dd className="text-soft">{why}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
