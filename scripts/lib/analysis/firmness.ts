/**
 * How firmly a sentence may speak, by its stance. Lists of words, read and agreed on by people: a sentence that leaves out
 * "believe" says more than the officials did, one that says "may" says less than the article. Words can only point to such a
 * sentence; where one of them is right, the sentence is better written another way.
 */
import type { LanguageTag, Stance } from "../../../src/pack/types.ts";

interface Rule {
  /** One of these has to be in it. */
  needs?: RegExp;
  /** None of these may be in it … */
  never?: RegExp;
  /** … unless this is: then somebody is said to say so. */
  unless?: RegExp;
}

/** Words that side with whoever speaks, or paint: in no sentence of ours. */
const NEVER: Readonly<Record<LanguageTag, RegExp>> = {
  en: /\b(admit(s|ted)?|reveal(s|ed)?|expose[sd]?|confirm(s|ed)?|brazen|grim|dismal|notorious|of course|obviously|clearly|undoubtedly|so-called)\b/i,
  ur: /بے نقاب|انکشاف|اعتراف|بلاشبہ|یقیناً|ظاہر ہے کہ یہ|سفاک|بدنام/,
  ar: /كشف النقاب|اعترف بأن|بلا شك|لا ريب|من الواضح|سافر|المزعوم|سيئ السمعة/,
};

const RULES: Readonly<Record<LanguageTag, Readonly<Partial<Record<Stance, Rule>>>>> = {
  en: {
    // As a fact: nothing that leaves it open, and nothing that judges it.
    reported: {
      never:
        /(?<!that (?:it|the TTP) )\bmay\b|\b(might|could|perhaps|probably|likely|seems?|appears?|allegedly|believes?|argues?|thinks?|bodes|endangers?|threatens?|proven|proof)\b/i,
    },
    // As said by them: with the word for how they said it.
    official: {
      needs: /\b(say|says|said|states?|stated|believe|speak of|condemn(s|ed)|called for|assurance)\b/i,
      never: /\b(proven|proof|in fact|indeed)\b/i,
    },
    estimate: { needs: /\bestimate\b/i },
    // The author's: what sounds like a finding is said to be his.
    opinion: {
      never:
        /\b(proven|proves?|proof|shows?|in fact|the fact|certain|certainly|well established|surprised?)\b/i,
      unless: /\bthe author\b/i,
    },
    // Ours: it says so, and does not put it into the article's mouth.
    editor: {
      needs: /\b(Sidelight|implies|by implication|byline|dateline)\b|\barticle (?:also )?writes\b/,
      never: /\bthe article (?:states|names|counts|says that)\b/i,
    },
  },
  ur: {
    reported: { never: /شاید|ممکن ہے|غالباً|مبینہ|کا خیال ہے|کا مؤقف ہے|ثابت/ },
    official: {
      needs: /کہا|کہتا|کہتی|کے مطابق|کا خیال ہے|مذمت|مطالبہ|یقین دہانی|کی بات کرتے/,
      never: /ثابت/,
    },
    estimate: { needs: /تخمین/ },
    opinion: { never: /ثابت|ثبوت|حیران|حیرت/, unless: /مصنف/ },
    editor: { needs: /Sidelight|مفہوم|تعارف|لفظ برتتا|تاریخِ اشاعت/, never: /مضمون کہتا ہے|مضمون کے مطابق/ },
  },
  ar: {
    reported: { never: /ربما|لعل|من المحتمل|يُزعم|قد ي|يعتقد|يرى الكاتب|مثبت|ثابت/ },
    official: { needs: /قال|يقول|يعتقد|أدان|يدين|دعا|أكد|يتحدث|تذكر/, never: /مثبت|ثابت/ },
    estimate: { needs: /تقدير/ },
    opinion: { never: /مثبت|ثابت|دليل|يفاجأ/, unless: /الكاتب/ },
    editor: {
      needs: /Sidelight|يُفهم|التعريف|يكتب المقال|تاريخ نشره|تعريف/,
      never: /يقول المقال|يذكر المقال أن/,
    },
  },
};

/** What is wrong with a sentence; `stance` is absent for summaries and gists, which have none. */
export function firmnessProblems(language: LanguageTag, text: string, stance?: Stance): string[] {
  const rule = (stance && RULES[language]?.[stance]) || {};
  const word = (list: RegExp | undefined) => list?.exec(text)?.[0];
  const problems: string[] = [];
  const painted = word(NEVER[language]);
  if (painted !== undefined) problems.push(`"${painted}" takes sides`);
  if (rule.needs && word(rule.needs) === undefined) problems.push(`nothing says that it is ${stance}`);
  const firm = word(rule.never);
  if (firm !== undefined && word(rule.unless) === undefined)
    problems.push(`"${firm}" says more, or less, than ${stance} may`);
  return problems;
}
