/** Hands settings to the reader's downloads, as a file. */

const FILE_NAME = "sidelight-settings.json";

export function saveFile(file: string): void {
  const address = URL.createObjectURL(new Blob([file], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = FILE_NAME;
  link.click();
  // Firefox reads the file after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
