/**
 * The editor's work, kept between visits in this page's own database. Settings and packs are written by the background alone, for content
 * scripts can write where those are; no content script reaches the extension's databases, and nobody but this page uses this one.
 */
const DATABASE = "sidelight-maker";
const STORE = "work";
const KEY = "current";

function open(): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
}

/** `undefined` for none. Rejects where it cannot be read: then nothing may be written over it. */
export async function readWork(): Promise<unknown> {
  const database = await open();
  try {
    return await new Promise((done, fail) => {
      const request = database.transaction(STORE).objectStore(STORE).get(KEY);
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error);
    });
  } finally {
    database.close();
  }
}

/** Resolves when it is stored. */
export async function keepWork(work: unknown): Promise<void> {
  const database = await open();
  try {
    await new Promise<void>((done, fail) => {
      const transaction = database.transaction(STORE, "readwrite");
      transaction.objectStore(STORE).put(work, KEY);
      transaction.oncomplete = () => done();
      transaction.onerror = transaction.onabort = () => fail(transaction.error);
    });
  } finally {
    database.close();
  }
}
