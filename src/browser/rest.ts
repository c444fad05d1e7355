/** Lets others have their turn; `background`: behind whatever has been asked meanwhile. */
export const rest = (priority: "background" | "user-visible"): Promise<void> =>
  scheduler.postTask(() => undefined, { priority });
