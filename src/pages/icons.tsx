/** Line icons of our own pages, 20 × 20, in the text's colour. The card draws its own (content/card/view/Icon.tsx). */
const PATHS = {
  remove: "m5.5 5.5 9 9m0-9-9 9",
  up: "M10 16V4.5M4.8 9.6 10 4.4l5.2 5.2",
  down: "M10 4v11.5M4.8 10.4 10 15.6l5.2-5.2",
  save: "M10 3.5v9M6.2 9 10 12.8 13.8 9M4 16.5h12",
  edit: "m4 16 .8-3.6 8.2-8.2 2.8 2.8-8.2 8.2z",
} as const;

export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
