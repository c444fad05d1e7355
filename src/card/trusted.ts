/** Only a reader presses our buttons: an event that a script made is not acted on. */
export const trusted =
  (act: () => void) =>
  (event: Event): void => {
    if (event.isTrusted) act();
  };
