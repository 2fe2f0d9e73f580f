import type { Day } from '@probant/shared/calendar';
import { empty, filled, told, type RegisterTemplate } from './register-columns.js';
import type { ProviderRow, RegisterRow } from './register-row.js';
import {
  arrangementColumn,
  codeKind,
  context,
  contract,
  euros,
  period,
  providerColumns,
  reference,
  sirenKind,
  stored,
} from './register-sources.js';
import type { ChainLink } from './supply-chain.js';

interface EntityRow {
  readonly name: string;
  readonly on: Day;
}

export const entity: RegisterTemplate<EntityRow> = {
  code: 'B_01.01',
  title: { fr: 'Entité qui tient le registre', en: 'Entity maintaining the register' },
  columns: [
    empty('c0010', 'LEI', 'LEI'),
    filled(
      'c0020',
      ['Nom de l’entité', 'Name of the entity'],
      told('Nom de l’organisation.', 'Name of the organisation.'),
      ({ name }) => name,
    ),
    empty('c0030', 'Pays', 'Country'),
    empty('c0040', 'Type d’entité', 'Type of entity'),
    empty('c0050', 'Autorité compétente', 'Competent authority'),
    filled(
      'c0060',
      ['Date de référence', 'Date of the reporting', 'day'],
      told('Jour de l’export.', 'Day of the export.'),
      ({ on }) => on,
    ),
  ],
};

export const contracts: RegisterTemplate<RegisterRow> = {
  code: 'B_02.01',
  title: { fr: 'Accords contractuels, généralités', en: 'Contractual arrangements, general' },
  columns: [
    arrangementColumn('c0010'),
    empty('c0020', 'Type d’accord', 'Type of contractual arrangement'),
    empty('c0030', 'Accord-cadre', 'Overarching arrangement reference number'),
    filled('c0040', ['Devise', 'Currency'], contract, ({ terms }) =>
      euros(terms?.annualFeesCents) === null ? '' : 'EUR',
    ),
    filled('c0050', ['Coût annuel', 'Annual expense', 'number'], contract, ({ terms }) =>
      euros(terms?.annualFeesCents),
    ),
  ],
};

export const arrangements: RegisterTemplate<RegisterRow> = {
  code: 'B_02.02',
  title: { fr: 'Accords contractuels, détails', en: 'Contractual arrangements, specific' },
  columns: [
    arrangementColumn('c0010'),
    empty('c0020', 'LEI de l’entité utilisatrice', 'LEI of the entity making use of the services'),
    ...providerColumns('c0030', 'c0040'),
    filled('c0050', ['Identifiant de la fonction', 'Function identifier'], reference, ({ id }) => id),
    empty('c0060', 'Type de services TIC', 'Type of ICT services'),
    filled(
      'c0070',
      ['Début', 'Start date', 'day'],
      contract,
      ({ terms }) => terms?.startsOn ?? terms?.signedOn ?? null,
    ),
    filled('c0080', ['Fin', 'End date', 'day'], contract, ({ terms }) => terms?.endsOn ?? null),
    empty('c0090', 'Motif de résiliation', 'Reason of the termination'),
    filled(
      'c0100',
      ['Préavis de l’entité', 'Notice period for the entity'],
      contract,
      ({ terms }, language) => period(terms?.customerNotice, language),
    ),
    filled(
      'c0110',
      ['Préavis du prestataire', 'Notice period for the provider'],
      contract,
      ({ terms }, language) => period(terms?.supplierNotice, language),
    ),
    empty('c0120', 'Droit applicable', 'Country of the governing law'),
    empty('c0130', 'Pays de fourniture', 'Country of provision'),
    filled('c0140', ['Stockage de données', 'Storage of data'], context, ({ context: facts }, language) =>
      stored(facts['hosting'], language),
    ),
    empty('c0150', 'Lieu des données au repos', 'Location of the data at rest'),
    empty('c0160', 'Lieu du traitement', 'Location of management of the data'),
    empty('c0170', 'Sensibilité des données', 'Sensitiveness of the data stored'),
    empty('c0180', 'Niveau de dépendance', 'Level of reliance'),
  ],
};

export const providers: RegisterTemplate<ProviderRow> = {
  code: 'B_05.01',
  title: { fr: 'Prestataires de services TIC', en: 'ICT third-party service providers' },
  columns: [
    ...providerColumns('c0010', 'c0020'),
    empty('c0030', 'Autre code', 'Additional identification code'),
    empty('c0040', 'Type de l’autre code', 'Type of additional code'),
    filled(
      'c0050',
      ['Nom légal', 'Legal name'],
      told('Nom de la fiche.', 'Name of the record.'),
      ({ name }) => name,
    ),
    empty('c0060', 'Nom en alphabet latin', 'Name in Latin alphabet'),
    empty('c0070', 'Type de personne', 'Type of person'),
    filled(
      'c0080',
      ['Pays du siège', 'Country of headquarters'],
      told(
        'Pays de la fiche\u00a0; pour un sous-traitant, celui que dit la chaîne, vide sinon.',
        'Country of the record; of a subcontractor as the chain says it, else empty.',
      ),
      ({ country }) => country,
    ),
    filled('c0090', ['Devise', 'Currency'], contract, ({ annualCents }) =>
      annualCents === null ? '' : 'EUR',
    ),
    filled('c0100', ['Coût annuel total', 'Total annual expense', 'number'], contract, ({ annualCents }) =>
      euros(annualCents),
    ),
    empty('c0110', 'Code de la société mère ultime', 'Identification code of the ultimate parent'),
    empty('c0120', 'Type de code', 'Type of code'),
  ],
};

export const supplyChains: RegisterTemplate<ChainLink> = {
  code: 'B_05.02',
  title: { fr: 'Chaînes d’approvisionnement', en: 'ICT service supply chains' },
  columns: [
    filled(
      'c0010',
      ['Numéro de référence de l’accord', 'Contractual arrangement reference number'],
      reference,
      ({ engagementId }) => engagementId,
    ),
    empty('c0020', 'Type de services TIC', 'Type of ICT services'),
    filled(
      'c0030',
      ['Code du prestataire', 'Identification code of the provider'],
      told('SIREN, sinon nom de l’intervenant.', 'SIREN, else the name of the company.'),
      ({ provider }) => provider.code,
    ),
    filled('c0040', ['Type de code', 'Type of code'], sirenKind, ({ provider }) => codeKind(provider.siren)),
    filled(
      'c0050',
      ['Rang', 'Rank', 'number'],
      told(
        'Graphe de certification\u00a0: 1 pour le titulaire du contrat.',
        'Certification graph: 1 for the holder of the contract.',
      ),
      ({ rank }) => rank,
    ),
    filled(
      'c0060',
      ['Code du bénéficiaire', 'Identification code of the recipient'],
      told('Celui qui fait intervenir\u00a0; vide au rang 1.', 'Whoever has them work; empty at rank 1.'),
      ({ recipient }) => recipient?.code ?? '',
    ),
    filled('c0070', ['Type de code', 'Type of code'], sirenKind, ({ recipient }) =>
      codeKind(recipient?.siren ?? null),
    ),
  ],
};
