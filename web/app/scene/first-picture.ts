/** Name of the moment in the page's timeline when the first scene stood on the canvas, for whoever measures it. */
export const FIRST_PICTURE = 'threadline:first-picture';

/** Notes that moment; later pictures change nothing. */
export function markFirstPicture(): void {
  if (performance.getEntriesByName(FIRST_PICTURE).length === 0) performance.mark(FIRST_PICTURE);
}
