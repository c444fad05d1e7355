/** Some of a list, as boxes to tick; what is ticked stands in the title, so that it need not be opened to be read. */
import { apart, listed, t } from "../../i18n/t.ts";

export interface TicksProps {
  name: string;
  title: string;
  options: readonly { value: string; label: string }[];
  chosen: readonly string[];
  problem?: string;
  onChange(chosen: string[]): void;
}

export function Ticks({ name, title, options, chosen, problem = "", onChange }: TicksProps) {
  // What is not there any more has to be seen to be taken out.
  const gone = chosen.filter((value) => options.every((option) => option.value !== value));
  const all = [...options, ...gone.map((value) => ({ value, label: t("makerGone", value) }))];
  const labels = chosen.map((value) => all.find((option) => option.value === value)!.label);
  return (
    <details class="more ticks" data-more={name}>
      <summary>
        {t("makerChosen", title, labels.length === 0 ? t("makerPassageNone") : listed(labels))}
        {problem !== "" && <span class="hint bad"> {problem}</span>}
      </summary>
      <fieldset class="inside boxes">
        <legend class="visually-hidden">{title}</legend>
        {all.map(({ value, label }) => (
          <label key={value} class="choice">
            <input
              type="checkbox"
              name={name}
              value={value}
              checked={chosen.includes(value)}
              onChange={(event) =>
                onChange(
                  event.currentTarget.checked
                    ? [...chosen, value]
                    : chosen.filter((other) => other !== value),
                )
              }
            />
            <span>{apart(label)}</span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
