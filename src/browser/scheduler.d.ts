/** What pages and workers of both browsers have, and the compiler's list of interfaces has not yet. */
declare const scheduler: {
  yield(): Promise<void>;
  postTask(
    task: () => void,
    options: { priority: "background" | "user-visible"; signal?: AbortSignal },
  ): Promise<void>;
};
