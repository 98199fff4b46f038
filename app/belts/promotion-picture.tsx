import { Burst } from '#app/ui/burst.tsx';

import { BeltDrawing } from './belt-drawing.tsx';

/** A belt in a quiet burst of light; the words beside it say which. */
export function PromotionPicture({ belt }: { belt: string }) {
  return (
    <Burst>
      <g transform="translate(72 78) scale(1.5)">
        <BeltDrawing belt={belt} state="held" />
      </g>
    </Burst>
  );
}
