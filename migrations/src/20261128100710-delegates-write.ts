import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The functions that find a session themselves know one of a colleague who holds a part, and speak for the part alone. */
export class DelegatesWrite20261128100710 implements MigrationInterface {
  name = 'DelegatesWrite20261128100710';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(findSession);
    for (const { name, places } of writers) await runner.query(replaceIn(name, places));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { name, places } of writers) {
      const back = places.map(([before, after]): Place => [after, before]);
      await runner.query(replaceIn(name, back));
    }
    await runner.query('DROP FUNCTION find_session(bytea)');
    await runner.query(earlierFindSession);
  }
}

const sessionOf = (columns: string, more: string) => `
CREATE FUNCTION find_session(p_token_hash bytea) RETURNS TABLE (
  account_id uuid, account_name text, account_email text, account_language text,
  organisation_id uuid, organisation_name text, organisation_kind text, roles text[],
  recipient_id uuid, assessment_id uuid${columns}
) LANGUAGE plpgsql AS $$
${more}
END $$;
`;

const earlierFindSession = sessionOf(
  '',
  `BEGIN
  PERFORM speak(NULL, NULL, 'identity');
  RETURN QUERY
    SELECT a.id, a.name, a.email, a.language, o.id, o.name, o.kind, m.roles, s.recipient_id, s.assessment_id
    FROM sessions s
    JOIN accounts a ON a.id = s.account_id
    LEFT JOIN memberships m ON m.account_id = s.account_id AND m.organisation_id = s.organisation_id
    LEFT JOIN organisations o ON o.id = m.organisation_id
    WHERE s.token_hash = p_token_hash AND s.expires_at > now();
  PERFORM speak(NULL, NULL, '');`,
);

/** A session that was opened for a part says which questions are in it; what it may otherwise be of speaks for nobody. */
const findSession = `
DROP FUNCTION find_session(bytea);
${sessionOf(
  ', delegation_id uuid, delegated_keys text[]',
  `DECLARE
  v record; v_organisation uuid; v_keys text[];
BEGIN
  PERFORM speak(NULL, NULL, 'identity');
  SELECT a.id AS account_id, a.name, a.email, a.language, o.id AS organisation_id, o.name AS organisation_name, o.kind, m.roles,
      s.recipient_id, s.assessment_id, s.delegation_id INTO v
    FROM sessions s
    JOIN accounts a ON a.id = s.account_id
    LEFT JOIN memberships m ON m.account_id = s.account_id AND m.organisation_id = s.organisation_id AND s.delegation_id IS NULL
    LEFT JOIN organisations o ON o.id = m.organisation_id
    WHERE s.token_hash = p_token_hash AND s.expires_at > now();
  IF NOT FOUND THEN RETURN; END IF;
  IF v.delegation_id IS NOT NULL THEN
    v_organisation := speak_as_delegate(v.delegation_id);
    -- Taken back, or expired: the session is over.
    IF v_organisation IS NULL THEN RETURN; END IF;
    v_keys := delegated_keys();
    RETURN QUERY SELECT v.account_id, v.name, v.email, v.language, o.id, o.name, o.kind, ARRAY['delegate'],
        NULL::uuid, delegated_assessment(), v.delegation_id, v_keys
      FROM organisations o WHERE o.id = v_organisation;
    PERFORM set_config('app.delegation_id', '', true);
  ELSE
    RETURN QUERY SELECT v.account_id, v.name, v.email, v.language, v.organisation_id, v.organisation_name, v.kind, v.roles,
      v.recipient_id, v.assessment_id, NULL::uuid, NULL::text[];
  END IF;
  PERFORM speak(NULL, NULL, '');`,
)}`;

type Place = readonly [before: string, after: string];

const becomeDelegate = `PERFORM speak(v_organisation, v_account, '');
  IF v_delegation IS NOT NULL THEN
    v_organisation := speak_as_delegate(v_delegation);
    v_roles := ARRAY['delegate'];
  END IF;`;
const noLongerMember = 'm.organisation_id = s.organisation_id AND s.delegation_id IS NULL';

/** What the functions that find the session themselves do for a part, each place standing there once. */
const writers: readonly { readonly name: string; readonly places: readonly Place[] }[] = [
  {
    name: 'assessments_guard()',
    places: [
      [
        "organisation() IS NULL AND purpose() = ''",
        "organisation() IS NULL AND delegation() IS NULL AND purpose() = ''",
      ],
    ],
  },
  {
    name: 'append_event(uuid, text, text, text)',
    places: [
      [
        'v_organisation uuid := organisation();',
        'v_organisation uuid := coalesce(organisation(), delegating());',
      ],
    ],
  },
  {
    name: 'append_shared_event(uuid, text, text, text)',
    places: [
      [
        'v_here uuid := organisation();',
        'v_before uuid := organisation();\n  v_here uuid := coalesce(organisation(), delegating());',
      ],
      [
        "PERFORM set_config('app.organisation_id', v_here::text, true);",
        "PERFORM set_config('app.organisation_id', coalesce(v_before::text, ''), true);",
      ],
    ],
  },
  {
    name: 'open_sheet(bytea, uuid, text[], boolean)',
    places: [
      ['v_bound uuid; v_assessment record;', 'v_bound uuid; v_delegation uuid; v_assessment record;'],
      [
        's.assessment_id INTO v_account, v_organisation, v_roles, v_bound',
        's.assessment_id, s.delegation_id INTO v_account, v_organisation, v_roles, v_bound, v_delegation',
      ],
      ['m.organisation_id = s.organisation_id', noLongerMember],
      ["PERFORM speak(v_organisation, v_account, '');", becomeDelegate],
      [
        "RETURN QUERY SELECT 'open', v_assessment.document_sha256,",
        "RETURN QUERY SELECT CASE WHEN v_delegation IS NULL THEN 'open' ELSE 'part' END, v_assessment.document_sha256,",
      ],
      [
        "'assessmentId', v_assessment.id,",
        `'part', CASE WHEN v_delegation IS NOT NULL THEN
        json_build_object('organisationId', v_organisation, 'questionIds', to_json(delegated_keys())) END,
      'assessmentId', v_assessment.id,`,
      ],
    ],
  },
  {
    name: 'save_answers(bytea, uuid, text[], text, jsonb, jsonb)',
    places: [
      ['v_roles text[]; v_bound uuid;', 'v_roles text[]; v_bound uuid; v_delegation uuid;'],
      ['m.roles, s.assessment_id', 'm.roles, s.assessment_id, s.delegation_id'],
      ['v_roles, v_bound', 'v_roles, v_bound, v_delegation'],
      ['m.organisation_id = s.organisation_id', noLongerMember],
      [
        "PERFORM speak(v_organisation, v_account, '');",
        `${becomeDelegate}
  -- A question of another part is as unknown as one that does not exist.
  IF v_delegation IS NOT NULL AND EXISTS (
    SELECT 1 FROM jsonb_to_recordset(p_items) AS i(key text) WHERE i.key <> ALL (delegated_keys())
  ) THEN RETURN '{"outcome": "not-found"}'; END IF;`,
      ],
      // The answers that decide whether a question is asked may lie outside the part, where no delegate sees a revision.
      [
        "IF p_seen <> '{}'::jsonb AND EXISTS (",
        "IF v_delegation IS NULL AND p_seen <> '{}'::jsonb AND EXISTS (",
      ],
    ],
  },
];

/** The function as it stands, but for these places. */
function replaceIn(name: string, places: readonly Place[]): string {
  const steps = places.map(
    ([from, to]) => `
  IF array_length(string_to_array(v_text, $place$${from}$place$), 1) <> 2 THEN
    RAISE EXCEPTION 'not one place to replace in ${name.replace(/\(.*/, '')}: %', $place$${from}$place$;
  END IF;
  v_text := replace(v_text, $place$${from}$place$, $place$${to}$place$);`,
  );
  return `
DO $do$
DECLARE
  v_text text := pg_get_functiondef('${name}'::regprocedure);
BEGIN${steps.join('')}
  EXECUTE v_text;
END $do$`;
}
