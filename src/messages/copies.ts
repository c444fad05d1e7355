/**
 * What a copy of the content script, its successor after an update, and the background know in common.
 *
 * In Chrome a copy outlives its extension, and the new one is in a world of its own: the two share the page's document
 * and nothing else. So the background tells the old copy, through an event on its window, to look whether its extension
 * is still there. The event's name is random, made once for an installation and kept in storage, and told with the settings: a page can neither
 * listen for it, which would give Sidelight away on pages without marks, nor send it.
 */

/** Under this key of `storage.local` is the name of the event. */
export const SUCCESSOR_EVENT_KEY = "handover";

/** Own property of the content scripts' global object where a copy of this installation is at work. */
export const RUNNING_COPY_KEY = "sidelight";
