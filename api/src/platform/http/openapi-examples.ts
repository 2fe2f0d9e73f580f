type Examples = Readonly<Record<string, object>>;

const supplierId = '0193a1f2-7c1e-7d3a-9b7e-3f2a6c51d0e4';
const instant = '2026-11-23T09:30:00.000Z';

const supplier = {
  name: 'Cadran Infogérance',
  siren: '732829320',
  country: 'FR',
  website: 'https://cadran.example',
  domains: ['cadran.example'],
  notes: '',
};

const contact = {
  name: 'Léa Marchetti',
  email: 'lea.marchetti@cadran.example',
  jobTitle: 'RSSI',
  phone: '',
  language: 'fr',
};

const engagement = {
  name: 'Infogérance des sauvegardes',
  description: '',
  context: {
    health_data: true,
    personal_data: 'sensitive',
    criticality: 'high',
    privileged_access: 'admin',
    hosting: 'full',
    substitutability: 'medium',
    dns_or_mail: false,
    antimalware: false,
    managed_patching: true,
    mssp: false,
    directory_admin: false,
    on_premise: true,
    custom_dev: false,
    buyer_is_it_professional: false,
  },
};

/** What is sent, by method and address. */
export const requestExamples: Examples = {
  'POST /api/suppliers': supplier,
  'PUT /api/suppliers/{supplierId}': {
    ...supplier,
    siren: null,
    notes: 'Siège à Nantes',
    revision: 1,
  },
  'POST /api/suppliers/{supplierId}/contacts': contact,
  'PUT /api/suppliers/{supplierId}/contacts/{contactId}': {
    ...contact,
    email: 'lea@cadran.example',
    revision: 1,
  },
  'POST /api/engagements': { supplierId, ...engagement },
  'PUT /api/engagements/{engagementId}': { ...engagement, description: 'Trois sites', revision: 1 },
};

const supplierReply = {
  ...supplier,
  revision: 1,
  id: supplierId,
  vatNumber: 'FR44732829320',
  warnings: [],
  contacts: [],
  archivedAt: null,
  createdAt: instant,
  updatedAt: instant,
};

/** What comes back when it went well. */
export const replyExamples: Examples = {
  'GET /api/suppliers': {
    items: [
      {
        id: supplierId,
        name: supplier.name,
        siren: supplier.siren,
        country: supplier.country,
        domains: supplier.domains,
        contactCount: 1,
        engagementCount: 2,
        worstGrade: 'C',
        archived: false,
        updatedAt: instant,
      },
    ],
    next: 'WyJDYWRyYW4gSW5mb2fDqXJhbmNlIiwiMDE5M2ExZjIiXQ',
    total: 57,
  },
  'GET /api/suppliers/{supplierId}': supplierReply,
  'POST /api/suppliers': supplierReply,
};
