import type { Day } from '../calendar.js';
import type { Moment } from '../moment.js';

/** The supplier's written consent to drops of the test file. */
export interface DrillAuthorisation {
  readonly validFrom: Day;
  readonly validUntil: Day;
  /** Its last day, where it was taken back. */
  readonly withdrawnOn: Day | null;
}

/** What the contract gives the supplier, in hours; null: nothing is written. */
export interface DrillLimits {
  /** Where it stands: the article, the annex. Empty when nothing is written. */
  readonly source: string;
  readonly detectHours: number | null;
  readonly qualifyHours: number | null;
  readonly tellHours: number | null;
  /** Every detection has to be traced to its origin before it is closed. */
  readonly originSearch: boolean;
}

export const ticketVerdicts = ['threat', 'test-file', 'false-positive', 'harmless', 'unstated'] as const;
export type TicketVerdict = (typeof ticketVerdicts)[number];

export const originSearches = ['yes', 'no', 'unknown'] as const;
export type OriginSearch = (typeof originSearches)[number];

export const tellChannels = ['ticket', 'email', 'phone', 'portal', 'meeting', 'other'] as const;
export type TellChannel = (typeof tellChannels)[number];

/** One detection, as the supplier's tickets show it. */
export interface DrillTicket {
  readonly reference: string;
  readonly title: string;
  readonly openedAt: Moment;
  readonly firstCommentAt: Moment | null;
  readonly comment: string;
  readonly verdict: TicketVerdict;
  readonly originSearched: OriginSearch;
  readonly closedBy: string;
  readonly escalatedAt: Moment | null;
  /** When the customer was told of this detection. */
  readonly toldAt: Moment | null;
  readonly channel: TellChannel | null;
  readonly told: string;
}

/** The test file put somewhere once, and what came of it. */
export interface DrillDrop {
  readonly place: string;
  readonly method: string;
  /** Of the file that was dropped. */
  readonly sha256: string;
  /** What its name carried; empty for a file of another origin. */
  readonly token: string;
  readonly droppedAt: Moment;
  readonly witness: string;
  readonly tickets: readonly DrillTicket[];
}

/** What the supplier said of the whole afterwards. */
export interface DrillExplanation {
  readonly at: Moment;
  readonly text: string;
}

/** An exercise: one or more drops under one authorisation, measured against one set of limits. */
export interface Drill {
  readonly name: string;
  readonly limits: DrillLimits;
  readonly drops: readonly DrillDrop[];
  readonly explanation: DrillExplanation | null;
}

const benign: readonly TicketVerdict[] = ['test-file', 'false-positive', 'harmless'];

/** Closed as nothing, and nobody is known to have asked where the file came from. */
export function isClosedAsBenign({ verdict, originSearched }: DrillTicket): boolean {
  return benign.includes(verdict) && originSearched !== 'yes';
}

/** Every detection of a drill in the order in which they were opened, each with the drop that it found. */
export function ticketsOf(
  drops: readonly DrillDrop[],
): { ticket: DrillTicket; drop: DrillDrop; dropIndex: number }[] {
  return drops
    .flatMap((drop, dropIndex) => drop.tickets.map((ticket) => ({ ticket, drop, dropIndex })))
    .sort((a, b) => {
      const [one, other] = [a.ticket.openedAt, b.ticket.openedAt];
      return `${one.on} ${one.at ?? ''}`.localeCompare(`${other.on} ${other.at ?? ''}`);
    });
}

/** `probant-eicar-K7M2Q9XD4T.com`: a console that shows the name says which drop it found. */
export function testFileName(token: string, extension: TestFileExtension): string {
  return `probant-eicar-${token}.${extension}`;
}

export const testFileExtensions = ['com', 'txt'] as const;
export type TestFileExtension = (typeof testFileExtensions)[number];

/** Signs that nobody takes for one another when read out. */
export const tokenSigns = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
export const tokenLength = 12;

/** sha256 of the 68 bytes of the test file. */
export const testFileSha256 = '275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f';
