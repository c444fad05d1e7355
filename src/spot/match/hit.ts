/** What was found in a text. */
import type { Form } from "../names/lexicon.ts";

/** A form found in a flow, nothing decided. Offsets are UTF-16 code units of the flow. */
export interface Hit {
  start: number;
  end: number;
  form: Form;
}
