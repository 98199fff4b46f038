import { Form } from '@remix-run/react';

import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';

/** What an organiser can do with a series. */
export function SeriesActions({ id, isOver }: { id: string; isOver: boolean }) {
  if (isOver)
    return (
      <Form method="post" action={paths.meetingSeriesEnding(id)}>
        <input type="hidden" name="undo" value="yes" />
        <Button>Let it go on</Button>
      </Form>
    );
  return (
    <>
      <Form method="post" action={paths.meetingSeriesEnding(id)}>
        <Button weight="quiet">End the series</Button>
      </Form>
      <ButtonLink to={paths.extraMeeting(id)}>Add a meeting</ButtonLink>
      <ButtonLink to={paths.editMeetingSeries(id)}>Change</ButtonLink>
    </>
  );
}
