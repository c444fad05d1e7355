/** The options from props alone. Every change leaves as an intent; what is shown is what is saved. */
import type { ComponentChildren } from "preact";
import type { SettingsIntent } from "../messages/table.ts";
import type { PackIndex } from "../pack/lookup.ts";
import type { Search } from "../search/search.ts";
import { ENTITY_KINDS, HOVER_DELAY } from "../settings/defaults.ts";
import {
  DENSITIES,
  MARK_STYLES,
  type MarkStyle,
  MODIFIERS,
  OPEN_WAYS,
  type Settings,
  THEMES,
} from "../settings/types.ts";
import { Entities } from "./Entities.tsx";
import { Check, NumberField, Radios } from "./fields.tsx";
import { Quiet } from "./Quiet.tsx";
import { Reset } from "./Reset.tsx";
import { Sites } from "./Sites.tsx";
import { text } from "./text.ts";

export interface OptionsViewProps {
  pack: PackIndex;
  search: Search;
  settings: Settings;
  /** Why nothing can be changed; `null` when it can. */
  readOnly: { title: string; detail: string } | null;
  /** Parts of the stored settings were damaged. */
  repaired: boolean;
  /** How the last change went. */
  report: { text: string; bad: boolean } | null;
  onChange(...intents: SettingsIntent[]): void;
}

export function OptionsView(props: OptionsViewProps) {
  const { readOnly, repaired, report } = props;
  return (
    <main>
      <header class="head">
        <h1>{text.title}</h1>
        <p class="hint">{text.intro}</p>
      </header>
      {readOnly !== null && (
        <div class="notice" role="alert" id="read-only">
          <p class="notice-title">{readOnly.title}</p>
          <p>{readOnly.detail}</p>
        </div>
      )}
      {repaired && (
        <p class="notice" role="status">
          {text.repaired}
        </p>
      )}
      {/* One switch for all fields: what cannot be saved cannot be changed. */}
      <fieldset class="all" disabled={readOnly !== null}>
        <Sections {...props} />
      </fieldset>
      <p class="report" id="report" role="status" data-bad={report?.bad ?? false}>
        {report?.text}
      </p>
    </main>
  );
}

function Sections({ pack, search, settings, onChange }: OptionsViewProps) {
  const set = (key: Extract<SettingsIntent, { type: "set" }>["key"]) => (value: boolean | number | string) =>
    onChange({ type: "set", key, value });
  return (
    <>
      <Section id="what" title={text.what}>
        <Check label={text.enabled} checked={settings.enabled} onChange={set("enabled")} />
        <fieldset>
          <legend>{text.kinds}</legend>
          <div class="columns">
            {ENTITY_KINDS.map((kind) => (
              <Check
                key={kind}
                label={text.kindNames[kind]}
                hint={kind === "place" ? text.placesHint : undefined}
                checked={settings.kinds[kind]}
                onChange={(on) => onChange({ type: "setKind", kind, on })}
              />
            ))}
          </div>
        </fieldset>
        <Radios
          legend={text.density}
          name="density"
          options={DENSITIES}
          labels={text.densities}
          value={settings.density}
          onChange={set("density")}
        />
        <Entities
          pack={pack}
          search={search}
          settings={settings}
          onMute={(entity, on) => onChange({ type: "mute", entity, on })}
        />
        <Quiet
          pack={pack}
          rules={settings.quiet}
          onRemove={(rule) => onChange({ type: "quiet", rule, on: false })}
        />
      </Section>

      <Section id="look" title={text.look}>
        <Radios
          legend={text.look}
          legendHidden
          name="mark-style"
          options={MARK_STYLES}
          labels={text.styles}
          value={settings.markStyle}
          onChange={set("markStyle")}
          sample={(style) => <Sample style={style} words={text.sampleName} />}
        />
        <p class="sample" id="sample">
          <span class="visually-hidden">{text.sampleLabel}: </span>
          {text.sampleBefore}
          <Sample style={settings.markStyle} words={text.sampleName} />
          {text.sampleAfter}
        </p>
      </Section>

      <Section id="opening" title={text.opening}>
        <Radios
          legend={text.opening}
          legendHidden
          name="open-by"
          options={OPEN_WAYS}
          labels={text.openWays}
          value={settings.openBy}
          onChange={set("openBy")}
        />
        {settings.openBy === "hover" && (
          <NumberField
            label={text.delay}
            unit={text.delayUnit}
            hint={text.delayHint(HOVER_DELAY.min, HOVER_DELAY.max)}
            value={settings.hoverDelay}
            {...HOVER_DELAY}
            step={50}
            onChange={set("hoverDelay")}
          />
        )}
        <Radios
          legend={text.modifier}
          name="modifier"
          options={MODIFIERS}
          labels={text.modifiers}
          value={settings.modifier}
          onChange={set("modifier")}
          inRow
        />
      </Section>

      <Section id="sites" title={text.sites}>
        <Sites
          settings={settings}
          onDefault={set("markByDefault")}
          onRule={(rule) => onChange({ type: "setSite", rule })}
          onRemove={(pattern) => onChange({ type: "removeSite", pattern })}
        />
      </Section>

      <Section id="appearance" title={text.appearance}>
        <Radios
          legend={text.theme}
          name="theme"
          options={THEMES}
          labels={text.themes}
          value={settings.theme}
          onChange={set("theme")}
          inRow
        />
        <Check label={text.badge} checked={settings.badge} onChange={set("badge")} />
      </Section>

      <Section id="start-over" title={text.reset}>
        <Reset onReset={() => onChange({ type: "reset" })} />
      </Section>
    </>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class="section" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}

function Sample({ style, words }: { style: MarkStyle; words: string }) {
  return <span class={`mark mark-${style}`}>{words}</span>;
}
