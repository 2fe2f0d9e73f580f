/** Pages that an e-mail or the terminal leads to; the secret follows in the fragment, which no server sees. */
export const addresses = {
  invitation: '/invitation',
  passwordReset: '/reset-password',
  firstAdministrator: '/first-administrator',
  request: '/r',
  /** The link of a colleague who was handed a part of a request. */
  part: '/p',
  /** The buyer's page of an assessment; its id follows. */
  assessment: '/assessments',
  /** The supplier's page of the same; its id follows. */
  answering: '/requests',
  /** An entry of the register of warnings, for both sides; its id follows. */
  warning: '/warnings',
  /** The buyer's calendar; the id of an obligation may follow. */
  calendar: '/calendar',
  /** The buyer's reports; the id of one may follow in the query. */
  reports: '/reports',
  /** A calendar to subscribe to; the secret follows, since programs that read calendars send no fragment. */
  calendarFeed: '/api/calendar/feeds',
  /** The buyer's page of a finding; its id follows. */
  finding: '/findings',
  /** The supplier's page of the same; its id follows. */
  followedFinding: '/follow-up/findings',
  /** The supplier's page of a formal notice; its id follows. */
  receivedNotice: '/follow-up/notices',
} as const;

type SecretPage = Exclude<
  keyof typeof addresses,
  | 'assessment'
  | 'answering'
  | 'warning'
  | 'calendar'
  | 'calendarFeed'
  | 'reports'
  | 'finding'
  | 'followedFinding'
  | 'receivedNotice'
>;

export function secretAddress(origin: string, page: SecretPage, secret: string): string {
  return `${origin}${addresses[page]}#${secret}`;
}

/** The supplier's page of an assessment, at one question of it. */
export function answeringAddress(assessmentId: string, questionId = ''): string {
  const place = questionId === '' ? '' : `?q=${encodeURIComponent(questionId)}`;
  return `${addresses.answering}/${assessmentId}${place}`;
}

/** The buyer's page of an assessment; with a question, or an empty text for the request as a whole, at its thread. */
export function assessmentAddress(assessmentId: string, threadOf?: string): string {
  const place = threadOf === undefined ? '' : `?thread=${encodeURIComponent(threadOf)}`;
  return `${addresses.assessment}/${assessmentId}${place}`;
}

export function warningAddress(warningId: string): string {
  return `${addresses.warning}/${warningId}`;
}

/** The buyer's page of an obligation. */
export function obligationAddress(obligationId: string): string {
  return `${addresses.calendar}/${obligationId}`;
}

export function calendarFeedAddress(origin: string, secret: string): string {
  return `${origin}${addresses.calendarFeed}/${secret}.ics`;
}

/** The supplier's page of a formal notice that was posted to it. */
export function receivedNoticeAddress(noticeId: string): string {
  return `${addresses.receivedNotice}/${noticeId}`;
}

/** The page of a finding, on either side. */
export function findingAddress(side: 'buyer' | 'supplier', findingId: string): string {
  return `${side === 'buyer' ? addresses.finding : addresses.followedFinding}/${findingId}`;
}
