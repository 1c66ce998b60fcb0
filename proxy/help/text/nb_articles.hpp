// Bokmål: the help.
#pragma once

#include "proxy/help/articles.hpp"

namespace busy24::help::nb {

using enum api::HelpKind;

inline constexpr Block blocks[] = {
    {article, "Sett opp med 24SevenOffice", "oppsett"},
    {lead, "Fem sider, fra innlogging til ferdig speiling. Regn med ti minutter."},
    {paragraph,
     "Du trenger en konto i 24SevenOffice som når klienten dere skal koble til. Du kan lukke siden "
     "og komme tilbake: Det du har fylt ut, blir tatt vare på. Bare passordet må skrives på nytt."},
    {heading, "1. Registrer deg"},
    {paragraph,
     "Skriv e-posten og passordet du bruker i 24SevenOffice. Passordet ditt blir aldri lagret."},
    {picture, "Side 1: feltene for 24SevenOffice brukernavn og passord", "/help/registrer.png"},
    {heading, "2. Velg klient"},
    {paragraph,
     "Når innloggingen din flere klienter, velger du hvilken som skal kobles til. Har klienten et "
     "arbeidsområde fra før, logger du inn i det, eller du får vite hvem du kan spørre."},
    {picture, "Side 2: listen over klienter", "/help/klient.png"},
    {heading, "3. Legg til API-brukeren"},
    {paragraph,
     "Busy henter data med en API-bruker. Innloggingen prøves med en gang, og du ser hva den "
     "kan og hva som mangler."},
    {picture, "Side 3: feltene for API-brukeren og det den må kunne", "/help/api-bruker.png"},
    {link, "API-brukeren, og hvordan du lager en", "/hjelp/api-bruker"},
    {heading, "4. Velg hva som kobles"},
    {paragraph,
     "Hver bryter forteller hva den gjør, i tall. Forhåndsvisningen er den virkelige planen: "
     "Ingenting "
     "skjer før du trykker «Koble til konto»."},
    {picture, "Side 4: bryterne og forhåndsvisningen", "/help/valg.png"},
    {link, "Hva som speiles, og hvilken side som vinner", "/hjelp/speiling"},
    {heading, "5. Vent på den første speilingen"},
    {paragraph,
     "Den går i bakgrunnen. Du kan lukke siden, og den fortsetter selv om serveren startes på "
     "nytt. "
     "Til slutt ser du hvor mange som ble opprettet, endret og hoppet over."},
    {picture, "Side 5: framdriften og de neste stegene", "/help/ferdig.png"},

    {article, "API-brukeren", "api-bruker"},
    {lead, "En innlogging i 24SevenOffice som ikke tilhører en person, så koblingen varer."},
    {paragraph,
     "Personer bytter passord eller slutter, og da ville koblingen stoppet. En API-bruker blir "
     "værende. Passordet lagres kryptert og vises aldri igjen."},
    {heading, "Slik lager du en i 24SevenOffice"},
    {step, "Opprett en ny bruker med en egen e-postadresse som ingen andre bruker."},
    {step,
     "Gi den tilgangspakken «Integrasjonsbruker», med lesetilgang til prosjekter, arbeidstyper, "
     "kunder og personer, og rett til å endre prosjekter."},
    {step, "Sjekk at den har tilgang til klienten som skal kobles til."},
    {step, "Logg inn med den én gang, så du vet at passordet virker."},
    {heading, "Har dere ingen API-bruker ennå?"},
    {point,
     "«Bruk samme innlogging» lar koblingen logge inn som deg. Den stopper den dagen du bytter "
     "passord, mister tilgang eller slutter."},
    {point,
     "«Gjør dette senere» speiler bare mens du er logget inn. Busy minner deg på det til en "
     "API-bruker er på plass."},
    {heading, "Bytte API-bruker"},
    {paragraph,
     "Den nye prøves før den gamle blir byttet ut. Koblinger, valg og historikk blir som de er."},
    {link, "Innstillinger for 24SevenOffice", "/innstillinger/24sevenoffice"},

    {article, "Invitere kolleger", "invitasjoner"},
    {lead, "Legg til personene fra 24SevenOffice, eller hvem som helst med en e-postadresse."},
    {step, "Gå til «Brukere» og velg «Legg til bruker»."},
    {step,
     "Kryss av for dem som skal med. Mangler noen, skriver du inn e-postadressen, navnet og "
     "rollen."},
    {step, "Send invitasjonene, eller kopier lenkene og gi dem videre selv."},
    {paragraph,
     "En invitasjon virker én gang, i 48 timer. Du kan lage en ny lenke, og da dør den gamle, "
     "eller "
     "trekke invitasjonen tilbake."},
    {heading, "Roller"},
    {point, "En administrator kan alt i arbeidsområdet. Det må alltid være minst én."},
    {point, "En ansatt ser sine egne timer og sin egen profil."},
    {point,
     "En prosjektleder ser i tillegg dem som er med på prosjektet, og kan endre hvem det er."},
    {link, "Brukere", "/brukere"},

    {article, "Single Sign-On", "sso"},
    {lead, "Ansatte logger inn i Busy med kontoen de har i 24SevenOffice."},
    {paragraph,
     "Busy spør 24SevenOffice hver gang. Du slipper inn når kontoen når klienten til "
     "arbeidsområdet, "
     "og du er bruker der. Passordet blir ikke lagret."},
    {heading, "Hvem er hvem"},
    {paragraph,
     "En bruker kjennes igjen på kontakten i 24SevenOffice. Første gang kan en lik e-postadresse "
     "avgjøre det, og da blir brukeren bundet til den kontakten."},
    {heading, "Uten Single Sign-On"},
    {paragraph,
     "Da logger ansatte inn med et Busy-passord, som de velger gjennom invitasjonen. "
     "Administratorer kan fortsatt bruke 24SevenOffice-kontoen."},
    {heading, "Kommer du ikke inn?"},
    {point, "Velg riktig måte på innloggingssiden: 24SevenOffice eller Busy-passord."},
    {point, "Logg inn i 24SevenOffice for å se om passordet ditt virker der."},
    {point, "Spør en administrator om du er bruker i arbeidsområdet."},
    {point, "Etter fem forsøk må du vente et kvarter."},

    {article, "Førstegangsoppsett", "forstegangsoppsett"},
    {lead, "Gir alle de prosjektene og rollene de har i 24SevenOffice."},
    {paragraph,
     "Førstegangsoppsettet leser hvem som er med på hvilke prosjekter i 24SevenOffice. Etterpå "
     "styrer dere det i Busy, på prosjektsiden."},
    {step, "Se hvem som er klare: hvem som har logget inn, og hvem som mangler en kontakt."},
    {step, "Velg hvilke prosjektroller i 24SevenOffice som gjør noen til prosjektleder i Busy."},
    {step, "Se forhåndsvisningen, og gjennomfør."},
    {paragraph,
     "Du kan kjøre det igjen når du vil: Bare forskjellen blir gjort. «Angre» setter tilbake det "
     "som "
     "ikke er endret siden."},

    {article, "Registrere timer", "timer"},
    {lead, "Hva som må være på plass før dere fører timer i Busy."},
    {point,
     "Prosjekter og arbeidstyper er koblet til, så timene kan faktureres fra 24SevenOffice."},
    {point, "De ansatte er brukere, og hver av dem er koblet til kontakten sin i 24SevenOffice."},
    {point, "Førstegangsoppsettet er kjørt, så alle finner prosjektene sine."},
    {paragraph,
     "En arbeidstype kan bare velges på prosjekter som tillater den. Er ingen krysset av i "
     "24SevenOffice, er alle tillatt."},

    {article, "Hva som speiles", "speiling"},
    {lead, "Hvilken vei ting går, og hvilken side som vinner når begge er endret."},
    {mirrored, "Slik er det hos dere nå"},
    {heading, "Når"},
    {paragraph,
     "Endringer i Busy går til 24SevenOffice med en gang. Endringer i 24SevenOffice hentes hver "
     "time, "
     "og når du trykker «Synk nå». Én gang i døgnet sammenlignes alt."},
    {heading, "Ingenting forsvinner"},
    {point,
     "Et prosjekt som er borte i 24SevenOffice, blir arkivert i Busy, og kommer tilbake om det "
     "kommer tilbake der."},
    {point, "Blir en hel liste plutselig mye kortere, stopper speilingen og spør deg først."},
    {point,
     "24SevenOffice kan ikke deaktivere prosjekter for oss. Det du arkiverer i Busy, venter i "
     "listen "
     "«Må deaktiveres i 24SevenOffice» til det er gjort der."},
    {point, "Den verdien som taper, blir tatt vare på i historikken."},

    {article, "Feilmeldinger", "feil"},
    {lead, "Hver feil med koden sin: hva som skjedde, og hva du kan gjøre."},
    {paragraph,
     "Står det en sporingskode i meldingen, kan den som driver serveren, finne ut mer. Ingenting "
     "er "
     "tapt av en feil: Det du har skrevet, er der når du prøver igjen."},
    {errors, "Feilene"},
};

inline constexpr MirrorRules rules{
    .projects =
        "Prosjekter: speiles begge veier. Nye prosjekter i Busy blir opprettet i 24SevenOffice og "
        "får "
        "nummeret sitt derfra.",
    .wins_erp = "Er det samme endret på begge sider, vinner 24SevenOffice.",
    .wins_busy = "Er det samme endret på begge sider, vinner Busy.",
    .wins_ask = "Er det samme endret på begge sider, blir du spurt.",
    .work_types = "Arbeidstyper: hentes fra 24SevenOffice, og opprettes og endres bare der.",
    .customers = "Kunder: hentes fra 24SevenOffice og brukes til å gruppere prosjekter.",
    .persons = "Personer: hentes fra 24SevenOffice, så brukere kan kobles til kontakten sin.",
    .projects_off = "Prosjekter: ikke koblet til.",
    .work_types_off = "Arbeidstyper: ikke koblet til.",
    .customers_off = "Kunder: ikke koblet til.",
    .is_paused = "Nå er speilingen satt på pause: Ingenting av dette skjer før pausen er over.",
    .is_disconnected =
        "Nå er arbeidsområdet koblet fra 24SevenOffice: Ingenting av dette skjer før det kobles "
        "til igjen.",
};

}  // namespace busy24::help::nb
