/** Every size that the product refuses beyond, in one place. Lengths count UTF-16 units, as JavaScript and the database function do. */
export const maxLengths = {
  name: 200,
  email: 254,
  domain: 253,
  phone: 40,
  address: 500,
  title: 200,
  shortText: 500,
  /** A comment, a justification, a reason, a message of a thread. */
  longText: 5_000,
  /** The answer to a question of type text. */
  answerText: 20_000,
  /** A text of a questionnaire: question, help, finding, remedy. */
  questionText: 4_000,
  tableCell: 500,
  key: 64,
  fileName: 255,
  search: 200,
  /** An address that events are sent to. */
  url: 500,
  password: 200,
  clientKey: 64,
  /** A passage of a contract quoted for a clause. */
  quote: 5_000,
  /** What is read of one contract document: some 350 pages. */
  contractText: 1_000_000,
} as const;

export const minLengths = { password: 12 } as const;

export const maxCounts = {
  tableRows: 200,
  columns: 40,
  options: 100,
  questionsPerVersion: 1_000,
  themesPerVersion: 100,
  knockoutsPerVersion: 200,
  /** A theme of as many questions as there may be, left out at once. */
  stepsPerEdit: 1_100,
  answersPerSave: 50,
  evidencePerAnswer: 20,
  questionsPerEvidence: 200,
  /** Fields of an upload beside its list of questions. */
  uploadFields: 20,
  contactsPerSupplier: 50,
  domainsPerSupplier: 50,
  engagementsPerCampaign: 1_000,
  importRows: 5_000,
  importColumns: 200,
  importErrorsShown: 500,
  /** A sheet ends at 1,048,576. */
  exportRows: 1_000_000,
  questionsPerWarning: 20,
  /** Conditions of one decision rule, and what one would pay for. */
  decisionRuleEntries: 20,
  dkimSelectors: 10,
  piecesPerWarning: 20,
  mentionsPerMessage: 20,
  /** Colleagues who hold parts of one request. */
  delegationsPerRequest: 50,
  /** Heads of loss of one scenario of an exposure. */
  losses: 20,
  plannedDrops: 40,
  dropsPerDrill: 50,
  /** Detections of one drop. */
  drillTickets: 20,
  /** Companies of one certification chain, their contracts, and who performs what. */
  chainActors: 1_000,
  chainContracts: 3_000,
  chainPerformances: 6_000,
  certificateSites: 50,
  pageSize: 200,
  contractServices: 50,
  documentsPerContract: 50,
  breaches: 20,
  /** Of one formal notice, on both sides together. */
  noticePieces: 100,
  noticesPerEngagement: 50,
  /** Views of the portfolio that one person keeps. */
  viewsPerPerson: 50,
  /** What one calendar file holds: programs that read it keep all of it. */
  calendarFile: 2_000,
  /** Answers and pieces of one pack: its preview is one page, and the choice in it one field of a form. */
  packEntries: 4_000,
  packPieces: 500,
  trustedSigners: 50,
  /** Of one organisation; those revoked or run out are not counted. */
  apiTokens: 50,
  webhooks: 20,
} as const;

export const maxBytes = {
  /** A JSON request body, unless its route says otherwise. */
  body: 1_048_576,
  questionnaireBody: 4_194_304,
  /** Of files, in the decimal megabytes that people read. */
  evidenceFile: 25_000_000,
  importFile: 10_000_000,
  /** A pack of answers with its pieces. */
  answerPack: 250_000_000,
} as const;

/** Numbers that a person may type as an answer; wide enough for any unit of the bank, narrow enough to be finite in every sum. */
export const answerNumber = { min: 0, max: 1_000_000_000_000 } as const;

export const maxWeight = 1_000_000;

/** Ten billion euros: the sum of every head that one may state stays a whole number that a double holds. */
export const maxMoneyCents = 1_000_000_000_000;

export const linkCode = { digits: 8, validMinutes: 10, tries: 5 } as const;
