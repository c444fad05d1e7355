/** What the pack says of itself and its source; behind that what is right as it is, mostly: id, version, address, languages. */
import { useState } from "preact/hooks";
import { languageName } from "../../entity/words/script.ts";
import { t } from "../../i18n/t.ts";
import type { Pack, Source, Text } from "../../pack/types.ts";
import { withEditor, withoutLanguage, withTitle } from "../editing/edit-pack.ts";
import { Field } from "../fields/Field.tsx";
import { More } from "../fields/More.tsx";
import type { ProblemAt } from "../fields/problems.ts";
import { SaidField } from "../fields/SaidField.tsx";

export interface AboutProps {
  pack: Pack;
  /** Others may have it under its id. */
  opened: boolean;
  problemAt: ProblemAt;
  onChange(pack: Pack): void;
}

export function About({ pack, opened, problemAt, onChange }: AboutProps) {
  const { languages, source } = pack;
  const setSource = (change: Partial<Source>) => onChange({ ...pack, source: { ...source, ...change } });
  const said = (field: "author" | "publisher" | "genre") => (
    <SaidField
      {...{ name: field, languages }}
      label={t(`makerAbout_${field}`)}
      value={source[field]}
      problem={problemAt(`source.${field}`)}
      onChange={(value: Text) => setSource({ [field]: value })}
    />
  );
  return (
    <>
      <div class="fields">
        <SaidField
          {...{ name: "title", languages }}
          label={t("makerAbout_title")}
          value={pack.title}
          problem={problemAt("title")}
          onChange={(title) => onChange(withTitle(pack, title, opened))}
        />
        <Field
          name="editor"
          label={t("makerAbout_editor")}
          value={pack.editor}
          problem={problemAt("editor")}
          onChange={(editor) => onChange(withEditor(pack, editor))}
        />
        <Field
          name="licence"
          label={t("makerAbout_licence")}
          value={pack.licence}
          problem={problemAt("licence")}
          onChange={(licence) => onChange({ ...pack, licence })}
        />
        <Field
          name="sourceTitle"
          label={t("makerAbout_sourceTitle")}
          value={source.title}
          problem={problemAt("source.title")}
          onChange={(title) => setSource({ title })}
        />
        {said("author")}
        {said("publisher")}
        <Field
          name="date"
          label={t("makerAbout_date")}
          value={source.date}
          problem={problemAt("source.date")}
          onChange={(date) => setSource({ date: date.trim() })}
        />
        {said("genre")}
      </div>
      <More
        name="about-more"
        title={t("makerAboutMore")}
        problem={
          problemAt("id") ||
          problemAt("version") ||
          problemAt("date") ||
          problemAt("languages") ||
          problemAt("source.url")
        }
      >
        <div class="fields">
          <Field
            name="url"
            label={t("makerAbout_url")}
            value={source.url ?? ""}
            problem={problemAt("source.url")}
            onChange={(typed) => {
              const { url: _, ...rest } = source;
              const url = typed.trim();
              onChange({ ...pack, source: url === "" ? rest : { ...rest, url } });
            }}
          />
          <Field
            name="id"
            label={t("makerAbout_id")}
            hint={t("makerIdHint")}
            value={pack.id}
            problem={problemAt("id")}
            onChange={(id) => onChange({ ...pack, id: id.trim() })}
          />
          <Field
            name="version"
            label={t("makerAbout_version")}
            hint={t("makerVersionHint")}
            value={pack.version}
            problem={problemAt("version")}
            onChange={(version) => onChange({ ...pack, version })}
          />
          {opened && (
            <Field
              name="version-date"
              label={t("makerAbout_versionDate")}
              value={pack.date}
              problem={problemAt("date")}
              onChange={(date) => onChange({ ...pack, date: date.trim() })}
            />
          )}
        </div>
        <Languages {...{ pack, opened, onChange }} problem={problemAt("languages")} />
      </More>
    </>
  );
}

interface LanguagesProps {
  pack: Pack;
  opened: boolean;
  problem: string;
  onChange(pack: Pack): void;
}

function Languages({ pack, opened, problem, onChange }: LanguagesProps) {
  const [typed, setTyped] = useState("");
  const [original, ...translations] = pack.languages;
  const add = () => {
    const tag = typed.trim();
    if (tag === "" || pack.languages.includes(tag)) return;
    onChange({ ...pack, languages: [original, ...translations, tag] });
    setTyped("");
  };
  return (
    <fieldset class="languages">
      <legend>{t("makerLanguages")}</legend>
      {opened || translations.length > 0 ? (
        <p>{t("makerOriginal", languageName(original))}</p>
      ) : (
        <Field
          name="original"
          label={t("makerOriginalTag")}
          value={original}
          problem={problem}
          onChange={(tag) => onChange({ ...pack, languages: [tag.trim()] })}
        />
      )}
      {translations.map((language) => (
        <p key={language} class="confirm">
          <span>{languageName(language)}</span>
          <button
            type="button"
            class="button"
            name={`remove-${language}`}
            onClick={() => onChange(withoutLanguage(pack, language))}
          >
            {t("makerLanguageRemove", languageName(language))}
          </button>
        </p>
      ))}
      <div class="row">
        <Field
          name="new-language"
          label={t("makerLanguageTag")}
          hint={t("makerLanguageHint")}
          value={typed}
          problem={translations.length > 0 ? problem : ""}
          onChange={setTyped}
        />
        <button type="button" class="button" name="add-language" onClick={add}>
          {t("makerLanguageAdd")}
        </button>
      </div>
    </fieldset>
  );
}
