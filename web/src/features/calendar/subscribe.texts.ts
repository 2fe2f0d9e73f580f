import { defineTexts } from '../../platform/i18n/texts.js';

export const subscribeTexts = defineTexts({
  fr: {
    'subscribe.title': 'Échéances dans votre agenda et par courriel',
    'feed.title': 'Adresse secrète',
    'feed.text':
      'Votre agenda lit ces dates à une adresse que vous seul connaissez. Qui la détient lit le nom de vos fournisseurs et les jours, rien d’autre. Elle cesse de répondre si vous la révoquez ou quittez l’organisation.',
    'feed.language': 'Langue des échéances',
    'feed.open': 'Créer l’adresse',
    'feed.renew': 'Renouveler l’adresse',
    'feed.revoke': 'Révoquer',
    'feed.opened': 'Ouverte',
    'feed.read': 'Lue pour la dernière fois',
    'feed.never': 'Jamais lue',
    'feed.address': 'Votre adresse',
    'feed.once': 'Copiez-la maintenant : elle n’est montrée qu’une fois.',
    'feed.renew.text':
      'L’adresse actuelle cesse de répondre aussitôt : il faudra donner la nouvelle à votre agenda.',
    'reminders.title': 'Rappels par courriel',
    'reminders.label': 'M’écrire quand une échéance approche',
    'reminders.text':
      'À 30 jours, à 7 jours et le jour même ; pour une pièce qui expire, à 180 et 90 jours aussi. Une lettre par jour au plus.',
  },
  en: {
    'subscribe.title': 'Obligations in your calendar and by e-mail',
    'feed.title': 'Secret address',
    'feed.text':
      'Your calendar program reads these days at an address that you alone know. Whoever holds it reads the names of your suppliers and the days, nothing else. It stops answering when you revoke it or leave the organisation.',
    'feed.language': 'Language of the obligations',
    'feed.open': 'Create the address',
    'feed.renew': 'Renew the address',
    'feed.revoke': 'Revoke',
    'feed.opened': 'Opened',
    'feed.read': 'Last read',
    'feed.never': 'Never read',
    'feed.address': 'Your address',
    'feed.once': 'Copy it now: it is shown only once.',
    'feed.renew.text':
      'The present address stops answering at once: your calendar program needs the new one.',
    'reminders.title': 'Reminders by e-mail',
    'reminders.label': 'Write to me when a day is near',
    'reminders.text':
      'At 30 days, at 7 days and on the day; for a piece that expires, at 180 and 90 days as well. One letter a day at most.',
  },
});
