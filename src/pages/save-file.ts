/** Hands a file to the reader's downloads. */

const SETTINGS = "sidelight-settings.json";

/** Settings, as a file. */
export const saveFile = (file: string): void =>
  saveBlob(new Blob([file], { type: "application/json" }), SETTINGS);

/** The file of a pack, byte for byte as it came in. */
export const savePack = (file: string, id: string): void =>
  saveBlob(new Blob([file], { type: "application/json" }), `${id}.sidelight.json`);

export function saveBlob(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Firefox reads the file after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
