/** What several packs call by one name: one form, as if a pack had said that several entities share it. */
import { type Form, FormKind } from "./lexicon.ts";

/** The first of some forms → what they were joined to: a text repeats few names, and each value is made once. */
const joined = new WeakMap<Form, Array<{ forms: readonly Form[]; form: Form }>>();

/**
 * The form for the names or decoys of different packs at the very same place, `forms` in the packs' order. A decoy gives way to a
 * name. Names of one entity are one; names of several may mean each of them, the first pack's before the others, but one that
 * counts alone before one that needs support.
 *
 * @param compare as a sort does: the one that would be taken in one pack comes first
 */
export function joinForms(forms: readonly Form[], compare: (a: Form, b: Form) => number): Form {
  const names = forms.filter(({ kind }) => kind === FormKind.Alias);
  const best = (some: readonly Form[]) => some.toSorted(compare)[0]!;
  if (names.length === 0) return best(forms);
  if (names.length === 1) return names[0]!;
  const [first] = names as [Form, ...Form[]];
  const known = joined.get(first)?.find((one) => isSame(one.forms, names));
  if (known) return known.form;
  const inOrder = names.toSorted((a, b) => Number(b.sure) - Number(a.sure));
  const entities = [...new Set(inOrder.flatMap((name) => name.entities))];
  const form: Form = {
    ...best(names),
    entities,
    sure: names.some(({ sure }) => sure),
    surname: names.every(({ surname }) => surname),
    scopes: [...new Set(names.flatMap(({ scopes }) => scopes))],
  };
  joined.set(first, [...(joined.get(first) ?? []), { forms: names, form }]);
  return form;
}

const isSame = (a: readonly Form[], b: readonly Form[]): boolean =>
  a.length === b.length && a.every((form, i) => form === b[i]);
