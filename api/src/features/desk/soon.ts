/** How long before its last day a piece is to be thought of. */
export const soonDays = 90;
