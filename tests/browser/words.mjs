// The labels that the browser tests look for, as a person reads them in each language.
export const words = {
  nb: {
    signInTitle: 'Registrer deg med 24SevenOffice', username: '24SevenOffice brukernavn',
    password: '24SevenOffice passord', next: 'Fortsett', tenantTitle: 'Velg klient',
    create: 'Lag din Busy-konto', apiUserTitle: 'Koble 24SevenOffice-klienten til Busy',
    apiUser: 'API-brukerens e-post', apiPassword: 'API-brukerens passord',
    optionsTitle: 'Velg hvordan Busy og 24SevenOffice skal fungere sammen',
    connect: 'Koble til konto', finishedTitle: 'Hva er neste steg?',
    succeeded: 'Speilingen er ferdig', toSettings: 'Gå til innstillingene', logOut: 'Logg ut',
    language: 'Språk', plainView: 'Enkel visning', canvasView: 'Vanlig visning',
  },
  nn: {
    signInTitle: 'Registrer deg med 24SevenOffice', username: '24SevenOffice-brukarnamn',
    password: '24SevenOffice-passord', next: 'Hald fram', tenantTitle: 'Vel klient',
    create: 'Lag Busy-kontoen din', apiUserTitle: 'Kople 24SevenOffice-klienten til Busy',
    apiUser: 'E-posten til API-brukaren', apiPassword: 'Passordet til API-brukaren',
    optionsTitle: 'Vel korleis Busy og 24SevenOffice skal fungere saman',
    connect: 'Kople til konto', finishedTitle: 'Kva er neste steg?',
    succeeded: 'Speglinga er ferdig', toSettings: 'Gå til innstillingane', logOut: 'Logg ut',
    language: 'Språk', plainView: 'Enkel vising', canvasView: 'Vanleg vising',
  },
  en: {
    signInTitle: 'Register with 24SevenOffice', username: '24SevenOffice username',
    password: '24SevenOffice password', next: 'Continue', tenantTitle: 'Choose client',
    create: 'Create your Busy account', apiUserTitle: 'Connect the 24SevenOffice client to Busy',
    apiUser: 'The API user’s e-mail', apiPassword: 'The API user’s password',
    optionsTitle: 'Choose how Busy and 24SevenOffice work together',
    connect: 'Connect the account', finishedTitle: 'What is the next step?',
    succeeded: 'The mirroring is done', toSettings: 'Go to the settings', logOut: 'Log out',
    language: 'Language', plainView: 'Plain view', canvasView: 'Standard view',
  },
};
