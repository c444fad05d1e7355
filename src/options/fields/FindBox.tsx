/** A box in which one types to find something among what the options show. */
export interface FindBoxProps {
  id: string;
  label: string;
  query: string;
  onQuery(query: string): void;
}

export function FindBox({ id, label, query, onQuery }: FindBoxProps) {
  return (
    <input
      type="search"
      id={id}
      class="text-box"
      aria-label={label}
      placeholder={label}
      dir="auto"
      autocomplete="off"
      value={query}
      onInput={(event) => onQuery(event.currentTarget.value)}
      onKeyDown={(event) => event.key === "Escape" && onQuery("")}
    />
  );
}
