/**
 * The scoring rules a second time, sentence by sentence and without any care for speed, straight on the YAML of the
 * bank: it shares no code with the engine, so that the two can be held against each other.
 */

type Facts = Readonly<Record<string, unknown>>;
type Condition = { ctx?: Facts; all?: Condition[]; any?: Condition[]; not?: Condition };
type Row = Readonly<Record<string, unknown>>;

interface Asked {
  id: string;
  type: string;
  w: number;
  ev: { need: 'required' | 'recommended' | 'none' };
  scope?: Condition;
  inherit_if?: { q: string; r: number; value?: string; risk_gte?: number }[];
  options?: { v: string; r: number; c: number }[];
  scale?: string;
  curve?: [number, number][];
  none_r?: number;
  row_risk?: { when: Facts; r: number }[];
  rows_required?: string[];
}

interface When {
  any?: When[];
  all?: When[];
  q: string;
  risk_gte?: number;
  phi_lt?: number;
  any_row?: { hds_activities_not_empty: boolean; r_gte: number };
}

export interface NaiveBank {
  context: { key: string; type: string; points?: number; values: { v: string; points: number }[] }[];
  inherent_tier: {
    tiers: { tier: string; min: number; exponent: number }[];
    minimums: { when: Condition; tier: string }[];
  };
  grades: { grade: string; max: number }[];
  evidence: { discount: Record<string, number>; levels: { level: string; phi: number }[] };
  scales: Record<string, { v: string; r: number; c: number }[]>;
  knockouts: { id: string; floor: number; scope?: Condition; when: When }[];
  themes: { code: string; weight: number; scope?: Condition; questions: Asked[] }[];
}

interface Given {
  v?: unknown;
  na?: string;
  refused?: boolean;
  ev?: readonly (string | number)[];
}

export interface NaiveCase {
  readonly ctx: Facts;
  readonly answers: Readonly<Record<string, Given>>;
  readonly weights?: {
    readonly themes?: Readonly<Record<string, number>>;
    readonly questions?: Readonly<Record<string, number>>;
  };
  readonly factsOnly: boolean;
}

interface State {
  status: 'out' | 'na' | 'missing' | 'inherited' | 'answered';
  risk: number;
  phi: number;
  value?: unknown;
  rows: { row: Row; r: number }[];
}

type States = Record<string, State>;

export function naiveScore(bank: NaiveBank, one: NaiveCase) {
  const states: States = {};
  for (const theme of bank.themes) {
    for (const asked of theme.questions) states[asked.id] = stateOf(bank, theme.scope, asked, states, one);
  }
  const kept = (asked: Asked) => {
    const status = states[asked.id]?.status;
    if (status === 'out' || status === 'na') return false;
    return !one.factsOnly || status === 'answered';
  };
  const keptIds = new Set(bank.themes.flatMap(({ questions }) => questions.filter(kept).map(({ id }) => id)));
  const themes: Record<string, number> = {};
  let top = 0;
  let sure = 0;
  let bottom = 0;
  for (const theme of bank.themes) {
    const mean = meanOf(theme.questions.filter(kept), states, one);
    if (mean === undefined) continue;
    const weight = one.weights?.themes?.[theme.code] ?? theme.weight;
    const risk = mean(
      (asked, { risk: r, phi }) => r + (1 - r) * (bank.evidence.discount[asked.ev.need] ?? 0) * (1 - phi),
    );
    themes[theme.code] = risk * 100;
    top += weight * risk;
    sure += weight * mean(certainty);
    bottom += weight;
  }
  const active = bank.knockouts.filter(
    (rule) => contextHolds(rule.scope, one.ctx) && knockoutHolds(rule.when, states, keptIds),
  );
  const floor = Math.max(0, ...active.map((rule) => rule.floor));
  const inherent = tierOf(bank, one.ctx);
  const scored = keptIds.size > 0 && bottom > 0;
  const R = Math.min(1, top / bottom);
  const base = 100 * (1 - Math.pow(1 - R, inherent.exponent));
  const score = Math.max(base, floor);
  return {
    ...inherent,
    ...countsOf(states, one.factsOnly),
    floor,
    themes,
    knockouts: active.map(({ id }) => id),
    scored,
    noWeight: keptIds.size > 0 && bottom === 0,
    R,
    base,
    score,
    grade: bank.grades.find(({ max }) => score < max)?.grade ?? '',
    confidence: sure / bottom,
  };
}

function countsOf(states: States, factsOnly: boolean) {
  const tally = (...wanted: string[]) =>
    Object.values(states).filter(({ status }) => wanted.includes(status)).length;
  const answered = tally('answered');
  return factsOnly
    ? { n: answered, answered, missing: 0 }
    : { n: tally('answered', 'missing', 'inherited', 'na'), answered, missing: tally('missing') };
}

function meanOf(own: Asked[], states: States, one: NaiveCase) {
  const weightOf = (asked: Asked) => one.weights?.questions?.[asked.id] ?? asked.w;
  const total = own.reduce((sum, asked) => sum + weightOf(asked), 0);
  if (total === 0) return undefined;
  return (measure: (asked: Asked, state: State) => number) =>
    own.reduce((sum, asked) => {
      const state = states[asked.id];
      return state === undefined ? sum : sum + (weightOf(asked) / total) * measure(asked, state);
    }, 0);
}

function certainty(asked: Asked, { status, risk, phi }: State): number {
  if (status === 'missing') return 0;
  return 1 - (1 - risk) * (1 - phi) * { required: 1, recommended: 0.5, none: 0 }[asked.ev.need];
}

function contextHolds(condition: Condition | undefined, ctx: Facts): boolean {
  if (condition === undefined) return true;
  if (condition.all) return condition.all.every((part) => contextHolds(part, ctx));
  if (condition.any) return condition.any.some((part) => contextHolds(part, ctx));
  if (condition.not) return !contextHolds(condition.not, ctx);
  return Object.entries(condition.ctx ?? {}).every(([key, value]) => key in ctx && ctx[key] === value);
}

function stateOf(
  bank: NaiveBank,
  themeScope: Condition | undefined,
  asked: Asked,
  states: States,
  one: NaiveCase,
): State {
  if (!contextHolds(themeScope, one.ctx) || !contextHolds(asked.scope, one.ctx)) {
    return { status: 'out', risk: 0, phi: 0, rows: [] };
  }
  for (const entry of asked.inherit_if ?? []) {
    const parent = states[entry.q];
    if (parent === undefined || parent.status === 'out' || parent.status === 'na') continue;
    if (parent.status === 'missing') {
      const worst = Math.max(...(asked.inherit_if ?? []).map(({ r }) => r));
      return { status: 'inherited', risk: worst, phi: 0, rows: [] };
    }
    const matches =
      entry.risk_gte === undefined ? parent.value === entry.value : parent.risk >= entry.risk_gte - 1e-12;
    if (matches) return { status: 'inherited', risk: entry.r, phi: entry.r === 0 ? 1 : parent.phi, rows: [] };
  }
  const answer = one.answers[asked.id];
  if (answer === undefined || answer.na === 'pending')
    return { status: 'missing', risk: 1, phi: 0, rows: [] };
  if (answer.na === 'accepted') return { status: 'na', risk: 0, phi: 0, rows: [] };
  if (answer.refused === true) return { status: 'answered', risk: 1, phi: 0, rows: [] };
  const phis = (answer.ev ?? []).map((piece) =>
    typeof piece === 'number'
      ? piece
      : (bank.evidence.levels.find(({ level }) => level === piece)?.phi ?? NaN),
  );
  const rows =
    asked.type === 'table' ? (answer.v as Row[]).map((row) => ({ row, r: rowRisk(asked, row) })) : [];
  const risk = rawRisk(bank, asked, answer.v, rows);
  return { status: 'answered', risk, phi: Math.max(0, ...phis), value: answer.v, rows };
}

function rawRisk(bank: NaiveBank, asked: Asked, value: unknown, rows: State['rows']): number {
  const options = asked.options ?? bank.scales[asked.scale ?? ''] ?? [];
  if (asked.type === 'single') return options.find(({ v }) => v === value)?.r ?? NaN;
  if (asked.type === 'multi') {
    const ticked = options.filter(({ v }) => (value as string[]).includes(v));
    return Math.max(0, 1 - ticked.reduce((sum, { c }) => sum + c, 0));
  }
  if (asked.type === 'table') {
    const activities = rows.map(({ row }) => row['activity']);
    const lacking = (asked.rows_required ?? []).some((activity) => !activities.includes(activity));
    return rows.length === 0 || lacking ? 1 : Math.max(...rows.map(({ r }) => r));
  }
  if (value === 'none') return asked.none_r ?? NaN;
  const x = Number(value);
  const points = asked.curve ?? [];
  const below = points.filter(([at]) => at <= x).at(-1);
  const above = points.find(([at]) => at > x);
  if (below === undefined) return above?.[1] ?? NaN;
  if (above === undefined) return below[1];
  return below[1] + ((above[1] - below[1]) * (x - below[0])) / (above[0] - below[0]);
}

function rowRisk(asked: Asked, row: Row): number {
  const rule = (asked.row_risk ?? []).find(({ when }) =>
    Object.entries(when).every(([key, wanted]) => {
      const certificates = (row['certificates'] ?? []) as string[];
      if (key === 'expires_in_days_gte') return Number(row['expires_in_days'] ?? -1) >= Number(wanted);
      if (key === 'hds_activities_not_empty') return hostsHealthData(row) === wanted;
      if (key === 'has_certificate') return certificates.includes(String(wanted));
      if (key === 'has_any_certificate') return certificates.some((name) => name !== 'none') === wanted;
      return key in row && row[key] === wanted;
    }),
  );
  return rule === undefined ? 1 : rule.r;
}

function hostsHealthData(row: Row): boolean {
  return ((row['hds_activities'] ?? []) as string[]).length > 0;
}

function knockoutHolds(when: When, states: States, kept: ReadonlySet<string>): boolean {
  if (when.any) return when.any.some((part) => knockoutHolds(part, states, kept));
  if (when.all) return when.all.every((part) => knockoutHolds(part, states, kept));
  const state = states[when.q];
  if (state === undefined || !kept.has(when.q)) return false;
  if (when.risk_gte !== undefined) return state.risk >= when.risk_gte - 1e-12;
  if (when.phi_lt !== undefined) return state.phi < when.phi_lt && state.risk < 1;
  const wanted = when.any_row;
  return state.rows.some(
    ({ row, r }) =>
      wanted !== undefined && hostsHealthData(row) === wanted.hds_activities_not_empty && r >= wanted.r_gte,
  );
}

function tierOf(bank: NaiveBank, ctx: Facts): { points: number; tier: string; exponent: number } {
  const points = bank.context.reduce((sum, fact) => {
    if (fact.type === 'bool') return sum + (ctx[fact.key] === true ? (fact.points ?? 0) : 0);
    return sum + (fact.values.find(({ v }) => v === ctx[fact.key])?.points ?? 0);
  }, 0);
  const { tiers, minimums } = bank.inherent_tier;
  const least = minimums.filter(({ when }) => contextHolds(when, ctx)).map(({ tier }) => tier);
  const open = tiers.filter(({ tier, min }) => min <= points || least.includes(tier));
  const last = open.at(-1);
  return { points, tier: last?.tier ?? '', exponent: last?.exponent ?? NaN };
}
