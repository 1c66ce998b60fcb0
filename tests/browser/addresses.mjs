// Every address of the app, who may see it, and its heading in bokmål, nynorsk and English.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from './product.mjs';

const settings = '/innstillinger/24sevenoffice';
const welcome = ['Velkommen til', 'Velkomen til', 'Welcome to']
  .map((words) => `${words} Granlund Bygg og Anlegg AS`);
const signUp = 'Registrer deg med 24SevenOffice';
const signUpTitles = [signUp, signUp, 'Register with 24SevenOffice'];
const logInTitles = ['Logg inn', 'Logg inn', 'Log in'];

// [page of web/app/route.hpp, visitor of workspace.mjs, address, headings]; one heading is for all
// three languages.
export const addressesOf = (made) => [
  ['home', 'stranger', '/', signUpTitles],
  ['sign_in', 'stranger', '/registrer', signUpTitles],
  ['tenant', 'choosesClient', '/registrer/klient', ['Velg klient', 'Vel klient', 'Choose client']],
  ['api_user', 'addsApiUser', '/registrer/api-bruker', [
    'Koble 24SevenOffice-klienten til Busy', 'Kople 24SevenOffice-klienten til Busy',
    'Connect the 24SevenOffice client to Busy']],
  ['options', 'choosesOptions', '/registrer/oppsett', [
    'Velg hvordan Busy og 24SevenOffice skal fungere sammen',
    'Vel korleis Busy og 24SevenOffice skal fungere saman',
    'Choose how Busy and 24SevenOffice work together']],
  ['finished', 'administrator', '/registrer/ferdig',
    ['Hva er neste steg?', 'Kva er neste steg?', 'What is the next step?']],
  ['log_in', 'stranger', '/logg-inn', logInTitles],
  ['log_in', 'choosesWorkspace', '/logg-inn',
    ['Velg arbeidsområde', 'Vel arbeidsområde', 'Choose workspace']],
  ['invitation', 'stranger', made.invitations.open, welcome],
  ['invitation', 'stranger', made.invitations.used,
    ['Invitasjonen er brukt', 'Invitasjonen er brukt', 'The invitation has been used']],
  ['invitation', 'stranger', made.invitations.withdrawn, ['Invitasjonen er trukket tilbake',
    'Invitasjonen er trekt tilbake', 'The invitation has been withdrawn']],
  ['invitation', 'stranger', made.invitations.expired,
    ['Invitasjonen er utløpt', 'Invitasjonen er utgått', 'The invitation has expired']],
  ['invitation', 'stranger', `/invitasjon#${'A'.repeat(43)}`,
    ['Lenken virker ikke', 'Lenka verkar ikkje', 'The link does not work']],
  ['forgot_password', 'stranger', '/glemt-passord',
    ['Glemt passord', 'Gløymt passord', 'Forgotten password']],
  ['new_password', 'stranger', made.passwordLink,
    ['Velg nytt passord', 'Vel nytt passord', 'Choose a new password']],
  ['new_password', 'stranger', `/nytt-passord#${'A'.repeat(43)}`,
    ['Lenken virker ikke', 'Lenka verkar ikkje', 'The link does not work']],
  ['settings', 'administrator', settings, '24SevenOffice'],
  ['history', 'administrator', `${settings}/speilinger`,
    ['Tidligere speilinger', 'Tidlegare speglingar', 'Earlier runs']],
  ['run', 'administrator', `${settings}/kjoring/${made.run}`,
    [/^Speilingen \d/, /^Speglinga \d/, /^The run of \d/]],
  ['records', 'administrator', `${settings}/kjoring/${made.run}/project/created`,
    ['Prosjekter: opprettet', 'Prosjekt: oppretta', 'Projects: created']],
  ['records', 'administrator', `${settings}/kjoring/${made.run}/work_type/failed`, [
    'Arbeidstyper: feilet', 'Arbeidstypar: feila', 'Work types: failed']],
  ['account', 'administrator', `${settings}/konto`, ['Bytt konto', 'Byt konto', 'Change account']],
  ['health', 'administrator', `${settings}/tilgang`,
    ['Tilgang og varsling', 'Tilgang og varsling', 'Access and alerts']],
  ['disconnect', 'administrator', `${settings}/koble-fra`,
    ['Koble fra', 'Kople frå', 'Disconnect']],
  ['setup', 'administrator', `${settings}/forstegangsoppsett`,
    ['Førstegangsoppsett', 'Førstegongsoppsett', 'First-time setup']],
  ['colleague', 'administrator', `${settings}/forstegangsoppsett/${made.colleague.id}`,
    made.colleague.name],
  ['data', 'administrator', '/innstillinger/data', 'Data'],
  ['audit', 'administrator', '/innstillinger/endringslogg',
    ['Endringslogg', 'Endringslogg', 'Audit log']],
  ['users', 'administrator', '/brukere', ['Brukere', 'Brukarar', 'Users']],
  ['add_user', 'administrator', '/brukere/ny', ['Legg til bruker', 'Legg til brukar', 'Add user']],
  ['user', 'administrator', `/brukere/${made.user}`, 'Tone Bakke'],
  ['user', 'administrator', `/brukere/${made.invited}`, 'apen@firma.example'],
  ['profile', 'administrator', '/profil', ['Profil', 'Profil', 'Profile']],
  ['profile', 'employee', '/profil', ['Profil', 'Profil', 'Profile']],
  ['list', 'administrator', '/prosjekter', ['Prosjekter', 'Prosjekt', 'Projects']],
  ['list', 'employee', '/prosjekter?vis=alle', ['Prosjekter', 'Prosjekt', 'Projects']],
  ['list', 'administrator', '/kunder', ['Kunder', 'Kundar', 'Customers']],
  ['list', 'administrator', '/arbeidstyper', ['Arbeidstyper', 'Arbeidstypar', 'Work types']],
  ['record', 'administrator', '/prosjekter/ny', ['Nytt prosjekt', 'Nytt prosjekt', 'New project']],
  ['record', 'administrator', `/prosjekter/${made.project.id}`, made.project.name],
  ['record', 'employee', `/prosjekter/${made.project.id}`, made.project.name],
  ['record', 'administrator', `/kunder/${made.customer.id}`, made.customer.name],
  ['record', 'administrator', `/arbeidstyper/${made.workType.id}`, made.workType.name],
  ['help', 'stranger', '/hjelp', ['Hjelp', 'Hjelp', 'Help']],
  ['help', 'administrator', '/hjelp', ['Hjelp', 'Hjelp', 'Help']],
  ['help', 'stranger', '/hjelp/oppsett', ['Sett opp med 24SevenOffice',
    'Set opp med 24SevenOffice', 'Set up with 24SevenOffice']],
  ['help', 'stranger', '/hjelp/api-bruker', ['API-brukeren', 'API-brukaren', 'The API user']],
  ['help', 'administrator', '/hjelp/invitasjoner',
    ['Invitere kolleger', 'Invitere kollegaer', 'Inviting colleagues']],
  ['help', 'stranger', '/hjelp/sso', 'Single Sign-On'],
  ['help', 'stranger', '/hjelp/forstegangsoppsett',
    ['Førstegangsoppsett', 'Førstegongsoppsett', 'First-time setup']],
  ['help', 'stranger', '/hjelp/timer',
    ['Registrere timer', 'Registrere timar', 'Registering time']],
  ['help', 'stranger', '/hjelp/speiling',
    ['Hva som speiles', 'Kva som blir spegla', 'What is mirrored']],
  ['help', 'stranger', '/hjelp/feil', ['Feilmeldinger', 'Feilmeldingar', 'Error messages']],
  ['help', 'stranger', '/hjelp/finnes-ikke', ['Artikkelen finnes ikke', 'Artikkelen finst ikkje',
    'There is no such article']],
  ['not_found', 'stranger', '/finnes-ikke',
    ['Fant ikke siden', 'Fann ikkje sida', 'Page not found']],
].map(([page, visitor, path, titles]) => ({
  page, visitor, path, titles: Array.isArray(titles) ? titles : [titles, titles, titles],
}));

const source = (name) => readFileSync(join(root, 'web/app', name), 'utf8');

// The pages that the app has, in its own words.
export function pagesOfTheApp() {
  const [, body] = /enum class Page \{([^}]*)\}/.exec(source('route.hpp'));
  return body.split(',').map((word) => word.trim()).filter(Boolean);
}

// The addresses that the app reads, as the beginnings of those that end with what is looked at.
export const pathsOfTheApp = () =>
  [...source('route.cpp').matchAll(/(?:PagePath\{[^"]*|ListPath\{[^"]*|_path = )"([^"]+)"/g)]
    .map(([, path]) => path);
