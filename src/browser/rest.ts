/** Both browsers have it; the compiler's list of the document's interfaces does not. */
declare const scheduler: {
  postTask(task: () => void, options: { priority: "background" | "user-visible" }): Promise<void>;
};

/** Lets others have their turn; `background`: behind whatever has been asked meanwhile. */
export const rest = (priority: "background" | "user-visible"): Promise<void> =>
  scheduler.postTask(() => undefined, { priority });
