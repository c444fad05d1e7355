/** Every word of the page after installation, in one place. The words themselves are in `_locales`. */
import { message } from "../browser/i18n.ts";

export const text = {
  title: message("welcomeTitle"),
  intro: message("welcomeIntro"),
  tryIt: message("welcomeTry"),
  sample: message("welcomeSample"),
  how: message("welcomeHow"),
  mouse: message("welcomeMouse"),
  keys: (next: string, previous: string, enter: string) => message("welcomeKeys", next, previous, enter),
  touch: message("welcomeTouch"),
  search: message("welcomeSearch"),
  is: message("welcomeIs"),
  isText: message("welcomeIsText"),
  isNotText: message("welcomeIsNotText"),
  privacy: message("welcomePrivacy"),
  privacyText: message("welcomePrivacyText"),
  access: message("welcomeAccess"),
  accessYes: message("welcomeAccessYes"),
  accessNo: message("welcomeAccessNo"),
  accessAllow: message("welcomeAccessAllow"),
  options: message("welcomeOptions"),
};
