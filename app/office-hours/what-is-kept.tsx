import { Card } from '#app/ui/page.tsx';

/** What asking without a name covers, and what it does not, before anybody writes a word. */
export function WhatIsKept() {
  return (
    <Card aria-labelledby="kept" className="space-y-4 text-sm leading-relaxed">
      <h2 id="kept" className="font-serif text-lg font-semibold">
        What this covers
      </h2>
      <p>
        Your words are kept, and the day. No name, no account, no sign-in, no address, no time goes with them,
        and this page leaves no line in our log. Letters lie in a box and are taken out every quarter of an
        hour, all together, shuffled.
      </p>
      <h2 className="font-serif text-lg font-semibold">What it does not</h2>
      <ul className="list-disc space-y-2 pl-5">
        <li>Who knows how you write, or who else knew of the matter, may guess.</li>
        <li>
          Somebody who watches the server or the network while you write can see it. So can a proxy before it
          that keeps a log of its own.
        </li>
        <li>
          Until the box is emptied, the raw files of the database tell roughly when a letter came; afterwards
          the notice to those who answer tells the quarter of an hour.
        </li>
        <li>Where few people were here that day, the day itself says something.</li>
        <li>Your browser’s history holds the link.</li>
      </ul>
    </Card>
  );
}
