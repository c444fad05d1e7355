/** Only a reader presses our buttons: an event that a script made is not acted on, but the one that hands a press on. */
let handedOn: Event | null = null;

export const trusted =
  (act: () => void) =>
  (event: Event): void => {
    if (event.isTrusted || event === handedOn) act();
  };

/** Presses a button of ours for the reader. The event does not leave the closed root that the button is in. */
export function press(button: Element): void {
  handedOn = new MouseEvent("click", { bubbles: true });
  button.dispatchEvent(handedOn);
  handedOn = null;
}
