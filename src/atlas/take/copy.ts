/** Puts a text on the clipboard; to be called while a press is being handled. `false` where it could not. */
export function copyText(text: string): boolean {
  let done = false;
  const onCopy = (event: ClipboardEvent) => {
    if (!event.clipboardData) return;
    event.preventDefault();
    event.clipboardData.setData("text/plain", text);
    done = true;
  };
  document.addEventListener("copy", onCopy);
  document.execCommand("copy");
  document.removeEventListener("copy", onCopy);
  return done;
}
