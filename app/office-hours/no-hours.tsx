import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Empty } from '#app/ui/page.tsx';

type Props = { mayHost: boolean; wishes: boolean; isOpen: boolean };

/** No time can be booked: what would stand here, and what to do until then. */
export function NoHours({ mayHost, wishes, isOpen }: Props) {
  return (
    <Empty
      title={isOpen ? 'Nothing to book just now' : 'Nobody has a free time just now'}
      actions={
        <>
          {mayHost && (
            <ButtonLink weight="primary" to={paths.newHours()}>
              Offer hours of yours
            </ButtonLink>
          )}
          {!wishes && (
            <ButtonLink to={paths.newBooking({ choice: 'wish' })}>Tell me when something frees up</ButtonLink>
          )}
          <ButtonLink to={paths.questions()}>Ask in writing</ButtonLink>
        </>
      }
    >
      <p>
        Organisers and champions offer an hour every week or so: for a design you would like a second pair of
        eyes on, a finding you do not understand, or a worry you cannot place. Their free times stand here,
        and while somebody sits you can come by without a booking.
      </p>
    </Empty>
  );
}
