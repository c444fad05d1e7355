/** Line icons of the card's buttons, 16 × 16, in the text's colour. */
const PATHS = {
  back: "M10 3.5 5.5 8l4.5 4.5",
  pin: "M6 2.5h4l-.5 4 2 2.5h-7l2-2.5zM8 9v4.5",
  more: "M3.5 8h.01M8 8h.01M12.5 8h.01",
  close: "M4 4l8 8M12 4l-8 8",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" class={`sl-icon sl-icon-${name}`}>
      <path d={PATHS[name]} />
    </svg>
  );
}
