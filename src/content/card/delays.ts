/**
 * Every time and distance that decides how the card feels, each with its unit and its reason. How long the pointer has to dwell before the
 * first card opens is the reader's to say: `hoverDelay` of the settings.
 */

/**
 * px/ms. A pointer faster than this is on its way to somewhere else; a card that opens under it fires when nobody
 * asked. Reading with the pointer beside the text stays well below.
 */
export const SLOW_SPEED = 0.5;

/** ms. A pointer that stops dead sends no further event; after this long without one it counts as slow. */
export const REST_AFTER = 60;

/** ms. The first dwell on a page is used to get ready; on a page that is never idle that happens after so long. */
export const PREPARE_WITHIN = 200;

/**
 * ms. While a card is open its reader is looking things up: the next card may come sooner than the first, but not so
 * soon that crossing a mention on the way to the card replaces it.
 */
export const NEXT_DWELL = 150;

/** ms. How long a card stays once the pointer has left: time to come back after a slip, or to round a corner. */
export const GRACE = 300;

/** ms. After a key the reader is writing or steering by keyboard; a card in that moment would only be in the way. */
export const TYPING_PAUSE = 1000;

/** ms. Text that has just moved under a resting pointer was not pointed at. */
export const SCROLL_PAUSE = 250;

/** ms. Selecting by keyboard or with a touch handle presses no button; its events come less than this apart. */
export const SELECTION_PAUSE = 500;

/** ms. The least that a browser allows between two looks at whether the page covers the card. */
export const COVER_DELAY = 100;

/**
 * ms. Nothing tells of a picture that has pushed the text down, or of a preview of the page's own. As often as this an
 * open card looks where its text is, and what has come beside it: soon enough for the eye, too seldom to be felt.
 */
export const LOOK_AROUND = 150;

/** ms. A name whose text has just been changed is read again within so long, and is looked for again then. */
export const READ_AGAIN = 50;

/**
 * ms. A live region speaks when its text changes, and only once the screen reader knows the region; one that is filled as
 * it is made stays silent.
 */
export const SAY_AFTER = 150;
