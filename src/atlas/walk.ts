/** Walking by the arrow keys: through tabs and lists, each one stop for Tab. */

/** -1 back, 1 on, 0: no such key. Sideways, on is where the page reads to. */
export function towards(
  { key, altKey, ctrlKey, metaKey, target }: KeyboardEvent,
  way: "sideways" | "down",
): -1 | 0 | 1 {
  if (altKey || ctrlKey || metaKey) return 0;
  if (way === "down") return key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
  const reads = target instanceof Element && getComputedStyle(target).direction === "rtl" ? -1 : 1;
  return key === "ArrowRight" ? reads : key === "ArrowLeft" ? (-reads as -1 | 1) : 0;
}

/** Handles a key pressed in a list whose stops carry `data-stop`: the arrows, Home and End move the focus from stop to stop. */
export function walkList(event: KeyboardEvent): void {
  const list = event.currentTarget as HTMLElement;
  const stops = [...list.querySelectorAll<HTMLElement>("[data-stop]")];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  const step = towards(event, "down");
  const to =
    event.key === "Home" ? 0 : event.key === "End" ? stops.length - 1 : step === 0 ? null : at + step;
  const stop = to === null ? undefined : stops[to];
  if (!stop) return;
  event.preventDefault();
  stop.focus();
}
