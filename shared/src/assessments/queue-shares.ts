/** Whose submissions a queue holds: given to the reader, to nobody, to anybody; or accepted by others and waiting to be confirmed. */
export const queueShares = ['mine', 'nobody', 'all', 'confirm'] as const;
export type QueueShare = (typeof queueShares)[number];
