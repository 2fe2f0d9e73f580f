/** How far requests of a campaign have come; each stage counts all that ever reached it, returned is a detour. */
export const funnelStages = ['sent', 'opened', 'started', 'submitted', 'returned', 'decided'] as const;
export type FunnelStage = (typeof funnelStages)[number];
