import { CopyField } from '#app/ui/copy-field.tsx';

const ways = [
  ['Apple Calendar', 'File, New Calendar Subscription.'],
  ['Google Calendar', 'Beside “Other calendars”, the plus sign, From URL. It looks about once a day.'],
  ['Outlook', 'Add calendar, Subscribe from web. It looks every few hours.'],
  ['Thunderbird', 'New Calendar, On the Network. User name and password stay empty.'],
] as const;

/** The address of a calendar, shown once, and what to do with it. */
export function Subscribing({ address, name }: { address: string; name: string }) {
  return (
    <div className="space-y-5">
      <CopyField
        label={`Address of “${name}”`}
        value={address}
        help="It is shown this once. Whoever has it reads these times without signing in: paste it into your calendar program, and nowhere else."
      />
      <p>
        <a href={address.replace(/^https?:/, 'webcal:')} className="text-accent underline underline-offset-4">
          Open it in the calendar program of this device
        </a>
      </p>
      <div>
        <h3 className="mb-2 font-medium">Where to paste it</h3>
        <dl className="grid gap-x-4 gap-y-2 text-sm sm:grid-cols-[auto_1fr]">
          {ways.map(([program, way]) => (
            <div key={program} className="sm:contents">
              <dt className="font-medium">{program}</dt>
              <dd className="text-soft">{way}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-3 text-sm text-soft">
          Google and Outlook on the web fetch it from outside. Where this Guildhall can be reached inside your
          company alone, subscribe with a program on your own device.
        </p>
      </div>
    </div>
  );
}
