/**
 * A phonetic key: roughly how a romanised word sounds. Names from Arabic script reach Latin letters by many roads ("Daesh",
 * "Daish"; "Qaeda", "Qaida", "Kaida"; "Tehreek", "Tehrik"); the roads differ in vowels, in doubled letters, in `q` for `k`
 * and in an `h` after a consonant. Words in other scripts are their own key.
 */
export function phoneticKey(folded: string): string {
  if (!/^[a-z]+$/.test(folded)) return folded;
  return folded
    .replace(/ph/g, "f")
    .replace(/([bcdgkqt])h/g, "$1")
    .replace(/ck|[cq]/g, "k")
    .replace(/oo|[ou]/g, "u")
    .replace(/ee|[eiy]/g, "i")
    .replace(/w/g, "v")
    .replace(/z/g, "s")
    .replace(/(.)\1+/g, "$1");
}
