/** What is put into a sentence, kept apart from the words around it where the two could be of different directions. */

/** Hebrew, Arabic and their like. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * `value`, isolated where letters of both directions could meet: else "Alt+." in an Urdu sentence is shown as ".+Alt".
 * @param direction of the sentence: `ltr` or `rtl`
 */
export const isolated = (value: string, direction: string): string =>
  direction === "rtl" || RIGHT_TO_LEFT.test(value) ? `\u2068${value}\u2069` : value;
