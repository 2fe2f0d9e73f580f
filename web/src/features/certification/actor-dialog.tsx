import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import {
  activityNames,
  hdsActivities,
  numberOf,
  type HdsActivity,
} from '@probant/shared/certifications/activities';
import {
  buyerNode,
  claims,
  factSources,
  type Claim,
  type FactSource,
} from '@probant/shared/certifications/chain';
import type { Language } from '@probant/shared/questionnaires/document';
import { countryCodes, countryName } from '@probant/shared/suppliers/countries';
import type { ReactNode } from 'react';

import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Dialog } from '../../ui/feedback/dialog.js';
import { ApiForm, useApiForm, type ApiFormState } from '../../ui/input/api-form.js';
import { actorTexts } from './actor.texts.js';
import { certificationTexts } from './certification.texts.js';
import { toChainBody, useStateChain, type Certification, type ChainBody } from './use-certification.js';

interface Performed {
  claim: Claim | '';
  hostId: string;
  source: FactSource | '';
  statedOn: string;
  sites: string;
}

interface Values {
  name: string;
  siren: string;
  country: string;
  under: string;
  performed: Record<HdsActivity, Performed>;
}

interface ActorDialogProps {
  readonly engagementId: string;
  readonly certification: Certification;
  /** null for a company to be added. */
  readonly actorId: string | null;
  readonly onClose: () => void;
}

const newId = 'new:1';

/** One company of the chain: who it is, whom it works for and what it performs. */
export function ActorDialog({ engagementId, certification, actorId, onClose }: ActorDialogProps): ReactNode {
  const { t, language } = useTranslation(certificationTexts);
  const { t: own } = useTranslation(actorTexts);
  const { chain, today } = certification;
  const state = useStateChain(engagementId);
  const actor = chain.actors.find(({ id }) => id === actorId);
  const id = actorId ?? newId;
  const form = useApiForm<Values>({
    defaultValues: valuesOf(certification, actorId),
    send: async (values) => {
      await state.mutateAsync(withActor(certification, id, values));
      onClose();
    },
  });
  const others = chain.actors.filter((one) => one.id !== id);
  const isHolder = id === chain.holderId;
  return (
    <Dialog
      size="lg"
      onClose={onClose}
      title={actor === undefined ? t('add-actor') : own('edit-actor', { name: actor.name })}
    >
      <ApiForm
        state={form}
        submitLabel={t('save')}
        aside={
          actor === undefined || isHolder ? null : (
            <RemoveActor
              engagementId={engagementId}
              certification={certification}
              actorId={actor.id}
              onDone={onClose}
            />
          )
        }
      >
        {actor?.record === 'supplier' ? (
          <p className="pb-sm pb-muted">{own('actor.supplier')}</p>
        ) : (
          <div className="pb-cert-pair">
            <TextInput
              label={own('actor.name')}
              description={own('actor.name.help')}
              autoComplete="off"
              data-autofocus
              {...form.field('name', { required: own('required.name') })}
            />
            <TextInput
              label={own('actor.siren')}
              inputMode="numeric"
              autoComplete="off"
              {...form.field('siren')}
            />
            <NativeSelect
              label={own('actor.country')}
              data={[{ value: '', label: own('actor.country.none') }, ...countriesIn(language)]}
              {...form.field('country')}
            />
          </div>
        )}
        {isHolder ? null : (
          <NativeSelect
            label={own('actor.under')}
            data={[
              { value: '', label: own('actor.under.none') },
              { value: buyerNode, label: t('you') },
              ...others.map((one) => ({ value: one.id, label: one.name })),
            ]}
            {...form.field('under')}
          />
        )}
        <fieldset className="pb-stack">
          <legend className="pb-strong">{own('actor.activities')}</legend>
          {hdsActivities.map((activity) => (
            <PerformedFields
              key={activity}
              activity={activity}
              label={own('actor.activity', {
                number: numberOf(activity),
                name: activityNames[activity][language],
              })}
              hosts={others.map((one) => ({ value: one.id, label: one.name }))}
              today={today}
              form={form}
            />
          ))}
        </fieldset>
      </ApiForm>
    </Dialog>
  );
}

interface PerformedFieldsProps {
  readonly activity: HdsActivity;
  readonly label: string;
  readonly hosts: readonly { readonly value: string; readonly label: string }[];
  readonly today: string;
  readonly form: ApiFormState<Values>;
}

function PerformedFields({ activity, label, hosts, today, form }: PerformedFieldsProps): ReactNode {
  const { t } = useTranslation(certificationTexts);
  const { t: own } = useTranslation(actorTexts);
  const claim = form.form.watch(`performed.${activity}.claim`);
  const at = `performed.${activity}` as const;
  return (
    <div className="pb-cert-performed">
      <NativeSelect
        label={label}
        data={[
          { value: '', label: own('claim.not') },
          ...claims
            .toSorted((one, other) => orderOf(one) - orderOf(other))
            .map((value) => ({ value, label: own(`claim.${value}`) })),
        ]}
        {...form.field(`${at}.claim`)}
      />
      {claim === 'other-scope' ? (
        <NativeSelect label={own('claim.host')} data={[...hosts]} {...form.field(`${at}.hostId`)} />
      ) : null}
      {claim === 'none' ? (
        <>
          <NativeSelect
            label={own('claim.source')}
            data={factSources.map((value) => ({ value, label: t(`source.${value}`) }))}
            {...form.field(`${at}.source`)}
          />
          <TextInput
            type="date"
            max={today}
            label={own('claim.statedOn')}
            {...form.field(`${at}.statedOn`, { required: t('required.day') })}
          />
        </>
      ) : null}
      {claim === '' ? null : (
        <Textarea label={own('claim.sites')} autosize minRows={1} {...form.field(`${at}.sites`)} />
      )}
    </div>
  );
}

function countriesIn(language: Language): { readonly value: string; readonly label: string }[] {
  return countryCodes
    .map((value) => ({ value, label: countryName(value, language) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, language));
}

const orderOf = (claim: Claim): number =>
  ['unknown', 'own-certificate', 'other-scope', 'none'].indexOf(claim);

function RemoveActor({
  engagementId,
  certification,
  actorId,
  onDone,
}: {
  readonly engagementId: string;
  readonly certification: Certification;
  readonly actorId: string;
  readonly onDone: () => void;
}): ReactNode {
  const { t: own } = useTranslation(actorTexts);
  const state = useStateChain(engagementId);
  return (
    <Button
      variant="transparent"
      loading={state.isPending}
      onClick={() => {
        state.mutate(withoutActor(certification, actorId));
        onDone();
      }}
    >
      {own('remove')}
    </Button>
  );
}

function valuesOf({ chain, today }: Certification, actorId: string | null): Values {
  const actor = chain.actors.find(({ id }) => id === actorId);
  const others = chain.actors.filter(({ id }) => id !== actorId);
  const performances = new Map(
    chain.performances.filter((one) => one.actorId === actorId).map((one) => [one.activity, one]),
  );
  const performed = hdsActivities.map((activity): [HdsActivity, Performed] => {
    const one = performances.get(activity);
    return [
      activity,
      {
        claim: one?.claim ?? '',
        hostId: one?.hostId ?? others[0]?.id ?? '',
        source: one?.source ?? 'letter',
        statedOn: one?.statedOn ?? today,
        sites: one?.sites.join('\n') ?? '',
      },
    ];
  });
  return {
    name: actor?.name ?? '',
    siren: actor?.siren ?? '',
    country: actor?.country ?? '',
    under: chain.contracts.find(({ to }) => to === actorId)?.from ?? (actorId === null ? chain.holderId : ''),
    // Object.fromEntries forgets the keys; they are exactly the six activities.
    performed: Object.fromEntries(performed) as Values['performed'],
  };
}

/** The chain with one company as the form says it. Its other contracts stay. */
function withActor(
  certification: Certification,
  id: string,
  { name, siren, country, under, performed }: Values,
): ChainBody {
  const body = toChainBody(certification);
  const { chain } = certification;
  const actor = { id, name, siren: siren.replaceAll(/\s/g, '') || null, country: country || null };
  const there = body.actors.some((one) => one.id === id);
  const before = chain.contracts.find(({ to }) => to === id);
  const contract = { from: under, to: id, reference: before?.from === under ? before.reference : '' };
  const others = chain.contracts.filter((one) => one !== before && !(one.from === under && one.to === id));
  const performances = hdsActivities.flatMap((activity) => {
    const { claim, hostId, source, statedOn, sites } = performed[activity];
    if (claim === '') return [];
    const established = claim === 'none';
    const kept = chain.performances.find((one) => one.activity === activity && one.actorId === id);
    const same = kept?.claim === claim;
    return [
      {
        ...{ activity, actorId: id, claim },
        sites: linesOf(sites),
        hostId: claim === 'other-scope' ? hostId : null,
        source: established ? source || null : same ? kept.source : null,
        statedOn: established ? statedOn || null : same ? kept.statedOn : null,
      },
    ];
  });
  return {
    ...body,
    actors: there ? body.actors.map((one) => (one.id === id ? actor : one)) : [...body.actors, actor],
    contracts: id === chain.holderId || under === '' ? others : [...others, contract],
    performances: [...chain.performances.filter((one) => one.actorId !== id), ...performances],
    notPerformed: body.notPerformed.filter((activity) => performed[activity].claim === ''),
  };
}

function withoutActor(certification: Certification, id: string): ChainBody {
  const body = toChainBody(certification);
  return {
    ...body,
    actors: body.actors.filter((one) => one.id !== id),
    contracts: body.contracts.filter(({ from, to }) => from !== id && to !== id),
    performances: body.performances
      .filter(({ actorId }) => actorId !== id)
      .map((one) => (one.hostId === id ? { ...one, claim: 'unknown', hostId: null } : one)),
  };
}

export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
