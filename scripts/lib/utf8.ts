/**
 * Chromium refuses a content script that holds a noncharacter ("It isn't UTF-8 encoded"), although the bytes are valid
 * UTF-8. Bundles are written unescaped for size, so those few are escaped again. They can only stand in string and
 * regular expression literals, where `\uXXXX` means the same.
 */
export function escapeNoncharacters(code: string, file: string): string {
  if (/\p{Surrogate}/u.test(code))
    throw new Error(`${file}: holds a lone surrogate, which UTF-8 cannot carry`);
  const escaped = code.replace(
    /[\uFDD0-\uFDEF\uFFFE\uFFFF]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  const beyond = /\p{Noncharacter_Code_Point}/u.exec(escaped);
  if (beyond)
    throw new Error(
      `${file}: holds U+${beyond[0].codePointAt(0)!.toString(16)}; write it as an escape in the source`,
    );
  return escaped;
}
