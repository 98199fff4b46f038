import { Link, useLocation } from '@remix-run/react';
import { type ReactNode, useEffect, useRef } from 'react';

import { paths } from '#app/paths.ts';
import { useWord } from '#app/ui/here.ts';

/** Where one can go, a line for each: down the side of a wide screen; on a narrow one a strip that scrolls. */
export function Places() {
  const { Many } = useWord();
  const strip = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const here = strip.current?.querySelector<HTMLElement>('[aria-current]');
    if (here) strip.current!.scrollLeft = here.offsetLeft - 48;
  }, [pathname]);
  return (
    <nav
      ref={strip}
      aria-label="Main"
      className="relative order-last -mx-4 flex grow basis-full mask-x-from-[calc(100%-1rem)] overflow-x-auto px-2 [scrollbar-width:none] sm:-mx-6 sm:px-4 lg:order-none lg:mx-0 lg:grow-0 lg:basis-auto lg:flex-col lg:gap-y-0.5 lg:overflow-visible lg:mask-none lg:px-0"
    >
      <Place to={paths.postmortems()}>{Many}</Place>
      <Place to={paths.actionItems()}>Action items</Place>
      <Place to={paths.training()} also={['/campaigns', '/attempts']}>
        Training
      </Place>
      <Place to={paths.belts()} also={['/evidence', '/activities', '/attestations', '/promotions']}>
        Belts
      </Place>
      <Place
        to={paths.recognition()}
        also={['/thanks', '/awards', '/nominations', '/rewards', '/reward-requests', '/reviews']}
      >
        Recognition
      </Place>
      <Place to={paths.champions()}>Champions</Place>
      <Place to={paths.report()}>Report</Place>
      <Place to={paths.coverage()}>Coverage</Place>
      <Place to={paths.meetings()} also={['/agenda-items']}>
        Meetings
      </Place>
      <Place to={paths.officeHours()} also={['/questions', '/nameless']}>
        Office hours
      </Place>
      <Place to={paths.answers()}>Answers</Place>
      <Place to={paths.concerns()}>Concerns</Place>
      <Place to={paths.squads()}>Squads</Place>
      <Place to={paths.people()}>People</Place>
    </nav>
  );
}

type PlaceProps = { to: string; also?: string[]; children: ReactNode };

/** `also`: where the addresses of other pages begin that belong to it. */
function Place({ to, also = [], children }: PlaceProps) {
  const { pathname } = useLocation();
  const isHere = [to, ...also].some((from) => pathname === from || pathname.startsWith(`${from}/`));
  return (
    <Link
      to={to}
      aria-current={isHere ? 'page' : undefined}
      className="border-b-2 border-transparent p-2 text-sm whitespace-nowrap text-soft -outline-offset-2 hover:text-ink aria-[current]:border-accent aria-[current]:text-ink lg:rounded-md lg:border-0 lg:px-2.5 lg:hover:bg-sunken lg:aria-[current]:bg-accent-wash lg:aria-[current]:font-medium lg:aria-[current]:text-accent"
    >
      {children}
    </Link>
  );
}
