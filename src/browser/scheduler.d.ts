/** What pages and workers of both browsers have, and the compiler's list of interfaces has not yet. */
declare const scheduler: {
  yield(): Promise<void>;
  postTask<T>(
    task: () => T,
    options: { priority: "background" | "user-visible"; signal?: AbortSignal },
  ): Promise<T>;
};
