import type { MemberRole } from '@probant/shared/permissions';

export const demoSeats = ['buyer', 'supplier', 'risk-manager'] as const;
export type DemoSeat = (typeof demoSeats)[number];

export interface DemoPerson {
  readonly email: string;
  readonly name: string;
  readonly title: string;
  readonly roles: readonly MemberRole[];
  /** The seat that the sign-in page offers under this name; the others sign in by typing. */
  readonly seat?: DemoSeat;
}

/** Public, like everything in the demo; an instance that is none takes the passwords of these accounts away. */
export const demoPassword = 'probant-demo-2026';

export const demoBuyer = 'Mutuelle du Ponant';
export const demoSupplier = 'Cadran Infogérance';

export const demoBuyerPeople = {
  claire: {
    email: 'claire.vasseur@ponant.example',
    name: 'Claire Vasseur',
    title: 'RSSI',
    roles: ['admin', 'buyer'],
    seat: 'buyer',
  },
  ines: {
    email: 'ines.kerbrat@ponant.example',
    name: 'Inès Kerbrat',
    title: 'Responsable des risques',
    roles: ['risk-manager'],
    seat: 'risk-manager',
  },
  paul: {
    email: 'paul.lannuzel@ponant.example',
    name: 'Paul Lannuzel',
    title: 'Auditeur interne',
    roles: ['auditor'],
  },
} as const satisfies Record<string, DemoPerson>;

export const demoSupplierPeople = {
  lea: {
    email: 'lea.marchetti@cadran.example',
    name: 'Léa Marchetti',
    title: 'Responsable qualité et sécurité',
    roles: ['supplier-admin'],
    seat: 'supplier',
  },
  hugo: {
    email: 'hugo.dervaux@cadran.example',
    name: 'Hugo Dervaux',
    title: 'Ingénieur de production',
    roles: ['contributor'],
  },
} as const satisfies Record<string, DemoPerson>;

export const demoPeople: readonly (DemoPerson & { readonly organisationName: string })[] = [
  ...Object.values(demoBuyerPeople).map((person) => ({ ...person, organisationName: demoBuyer })),
  ...Object.values(demoSupplierPeople).map((person) => ({ ...person, organisationName: demoSupplier })),
];
