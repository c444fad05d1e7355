/** Line icons of our own pages, 20 × 20, in the text's colour. The card draws its own (content/card/view/Icon.tsx). */
const PATHS = {
  remove: "m5.5 5.5 9 9m0-9-9 9",
  edit: "m4 16 .8-3.6 8.2-8.2 2.8 2.8-8.2 8.2z",
} as const;

export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
