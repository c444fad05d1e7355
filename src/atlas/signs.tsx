/** Signs of kinds and stances, told apart without colour: as they stand in the pictures, and on the buttons that filter them. */
import { StanceShape } from "../entity/Statement.tsx";
import type { EntityKind, Stance } from "../pack/types.ts";
import { DASHES, shapeOf } from "./model/signs.ts";

export function KindSign({ kind }: { kind: EntityKind }) {
  return (
    <svg class={`kind-sign kind-${kind}`} viewBox="-9 -9 18 18" aria-hidden="true">
      <path d={shapeOf(kind, 7)} />
    </svg>
  );
}

/** @param line with the line that a tie of this stance has */
export function StanceSign({ stance, line }: { stance: Stance; line: boolean }) {
  return (
    <>
      <svg class="stance-sign" viewBox="0 0 12 12" aria-hidden="true" data-stance={stance}>
        <StanceShape stance={stance} />
      </svg>
      {line && (
        <svg class="line-sign" viewBox="0 0 34 8" aria-hidden="true" data-stance={stance}>
          <path d="M1 4h32" stroke-dasharray={DASHES[stance]} />
        </svg>
      )}
    </>
  );
}
