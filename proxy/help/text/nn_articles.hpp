// Nynorsk: the help.
#pragma once

#include "proxy/help/articles.hpp"

namespace busy24::help::nn {

using enum api::HelpKind;

inline constexpr Block blocks[] = {
    {article, "Set opp med 24SevenOffice", "oppsett"},
    {lead, "Fem sider, frå innlogging til ferdig spegling. Rekn med ti minutt."},
    {paragraph,
     "Du treng ein konto i 24SevenOffice som når klienten de skal kople til. Du kan lukke sida og "
     "kome tilbake: Det du har fylt ut, blir teke vare på. Berre passordet må skrivast på nytt."},
    {heading, "1. Registrer deg"},
    {paragraph,
     "Skriv e-posten og passordet du brukar i 24SevenOffice. Passordet ditt blir aldri lagra."},
    {picture, "Side 1: felta for 24SevenOffice brukarnamn og passord", "/help/registrer.png"},
    {heading, "2. Vel klient"},
    {paragraph,
     "Når innlogginga di fleire klientar, vel du kven som skal koplast til. Har klienten eit "
     "arbeidsområde frå før, loggar du inn i det, eller du får vite kven du kan spørje."},
    {picture, "Side 2: lista over klientar", "/help/klient.png"},
    {heading, "3. Legg til API-brukaren"},
    {paragraph,
     "Busy hentar data med ein API-brukar. Innlogginga blir prøvd med ein gong, og du ser kva han "
     "kan og kva som manglar."},
    {picture, "Side 3: felta for API-brukaren og det han må kunne", "/help/api-bruker.png"},
    {link, "API-brukaren, og korleis du lagar ein", "/hjelp/api-bruker"},
    {heading, "4. Vel kva som blir kopla"},
    {paragraph,
     "Kvar brytar fortel kva han gjer, i tal. Førehandsvisinga er den verkelege planen: Ingenting "
     "skjer før du trykkjer «Kople til konto»."},
    {picture, "Side 4: brytarane og førehandsvisinga", "/help/valg.png"},
    {link, "Kva som blir spegla, og kva side som vinn", "/hjelp/speiling"},
    {heading, "5. Vent på den første speglinga"},
    {paragraph,
     "Ho går i bakgrunnen. Du kan lukke sida, og ho held fram sjølv om tenaren blir starta på "
     "nytt. "
     "Til slutt ser du kor mange som vart oppretta, endra og hoppa over."},
    {picture, "Side 5: framdrifta og dei neste stega", "/help/ferdig.png"},

    {article, "API-brukaren", "api-bruker"},
    {lead, "Ei innlogging i 24SevenOffice som ikkje høyrer til ein person, så koplinga varer."},
    {paragraph,
     "Personar byter passord eller sluttar, og då ville koplinga stoppa. Ein API-brukar blir "
     "verande. Passordet blir lagra kryptert og blir aldri vist igjen."},
    {heading, "Slik lagar du ein i 24SevenOffice"},
    {step, "Opprett ein ny brukar med ei eiga e-postadresse som ingen andre brukar."},
    {step,
     "Gi han tilgangspakken «Integrasjonsbruker», med lesetilgang til prosjekt, arbeidstypar, "
     "kundar og personar, og rett til å endre prosjekt."},
    {step, "Sjekk at han har tilgang til klienten som skal koplast til."},
    {step, "Logg inn med han éin gong, så du veit at passordet verkar."},
    {heading, "Har de ingen API-brukar enno?"},
    {point,
     "«Bruk same innlogging» lèt koplinga logge inn som deg. Ho stoppar den dagen du byter "
     "passord, "
     "mistar tilgang eller sluttar."},
    {point,
     "«Gjer dette seinare» speglar berre medan du er logga inn. Busy minner deg på det til ein "
     "API-brukar er på plass."},
    {heading, "Byte API-brukar"},
    {paragraph,
     "Den nye blir prøvd før den gamle blir bytt ut. Koplingar, val og historikk blir som dei er."},
    {link, "Innstillingar for 24SevenOffice", "/innstillinger/24sevenoffice"},

    {article, "Invitere kollegaer", "invitasjoner"},
    {lead, "Legg til personane frå 24SevenOffice, eller kven som helst med ei e-postadresse."},
    {step, "Gå til «Brukarar» og vel «Legg til brukar»."},
    {step,
     "Kryss av for dei som skal med. Manglar nokon, skriv du inn e-postadressa, namnet og rolla."},
    {step, "Send invitasjonane, eller kopier lenkjene og gi dei vidare sjølv."},
    {paragraph,
     "Ein invitasjon verkar éin gong, i 48 timar. Du kan lage ei ny lenkje, og då døyr den gamle, "
     "eller trekkje invitasjonen tilbake."},
    {heading, "Roller"},
    {point, "Ein administrator kan alt i arbeidsområdet. Det må alltid vere minst éin."},
    {point, "Ein tilsett ser sine eigne timar og sin eigen profil."},
    {point,
     "Ein prosjektleiar ser i tillegg dei som er med på prosjektet, og kan endre kven det er."},
    {link, "Brukarar", "/brukere"},

    {article, "Single Sign-On", "sso"},
    {lead, "Tilsette loggar inn i Busy med kontoen dei har i 24SevenOffice."},
    {paragraph,
     "Busy spør 24SevenOffice kvar gong. Du slepp inn når kontoen når klienten til arbeidsområdet, "
     "og "
     "du er brukar der. Passordet blir ikkje lagra."},
    {heading, "Kven er kven"},
    {paragraph,
     "Ein brukar blir kjend att på kontakten i 24SevenOffice. Første gong kan ei lik e-postadresse "
     "avgjere det, og då blir brukaren bunden til den kontakten."},
    {heading, "Utan Single Sign-On"},
    {paragraph,
     "Då loggar tilsette inn med eit Busy-passord, som dei vel gjennom invitasjonen. "
     "Administratorar kan framleis bruke 24SevenOffice-kontoen."},
    {heading, "Kjem du ikkje inn?"},
    {point, "Vel rett måte på innloggingssida: 24SevenOffice eller Busy-passord."},
    {point, "Logg inn i 24SevenOffice for å sjå om passordet ditt verkar der."},
    {point, "Spør ein administrator om du er brukar i arbeidsområdet."},
    {point, "Etter fem forsøk må du vente eit kvarter."},

    {article, "Førstegongsoppsett", "forstegangsoppsett"},
    {lead, "Gir alle dei prosjekta og rollene dei har i 24SevenOffice."},
    {paragraph,
     "Førstegongsoppsettet les kven som er med på kva prosjekt i 24SevenOffice. Etterpå styrer de "
     "det "
     "i Busy, på prosjektsida."},
    {step, "Sjå kven som er klare: kven som har logga inn, og kven som manglar ein kontakt."},
    {step, "Vel kva prosjektroller i 24SevenOffice som gjer nokon til prosjektleiar i Busy."},
    {step, "Sjå førehandsvisinga, og gjennomfør."},
    {paragraph,
     "Du kan køyre det igjen når du vil: Berre skilnaden blir gjord. «Angre» set tilbake det som "
     "ikkje er endra sidan."},

    {article, "Registrere timar", "timer"},
    {lead, "Kva som må vere på plass før de fører timar i Busy."},
    {point, "Prosjekt og arbeidstypar er kopla til, så timane kan fakturerast frå 24SevenOffice."},
    {point, "Dei tilsette er brukarar, og kvar av dei er kopla til kontakten sin i 24SevenOffice."},
    {point, "Førstegongsoppsettet er køyrt, så alle finn prosjekta sine."},
    {paragraph,
     "Ein arbeidstype kan berre veljast på prosjekt som tillèt han. Er ingen kryssa av i "
     "24SevenOffice, er alle tillatne."},

    {article, "Kva som blir spegla", "speiling"},
    {lead, "Kva veg ting går, og kva side som vinn når begge er endra."},
    {mirrored, "Slik er det hos dykk no"},
    {heading, "Når"},
    {paragraph,
     "Endringar i Busy går til 24SevenOffice med ein gong. Endringar i 24SevenOffice blir henta "
     "kvar "
     "time, og når du trykkjer «Synk no». Éin gong i døgnet blir alt samanlikna."},
    {heading, "Ingenting forsvinn"},
    {point,
     "Eit prosjekt som er borte i 24SevenOffice, blir arkivert i Busy, og kjem tilbake om det kjem "
     "tilbake der."},
    {point, "Blir ei heil liste brått mykje kortare, stoppar speglinga og spør deg først."},
    {point,
     "24SevenOffice kan ikkje deaktivere prosjekt for oss. Det du arkiverer i Busy, ventar i lista "
     "«Må deaktiverast i 24SevenOffice» til det er gjort der."},
    {point, "Den verdien som taper, blir teken vare på i historikken."},

    {article, "Feilmeldingar", "feil"},
    {lead, "Kvar feil med koden sin: kva som skjedde, og kva du kan gjere."},
    {paragraph,
     "Står det ein sporingskode i meldinga, kan den som driv tenaren, finne ut meir. Ingenting er "
     "tapt "
     "av ein feil: Det du har skrive, er der når du prøver igjen."},
    {errors, "Feila"},
};

inline constexpr MirrorRules rules{
    .projects =
        "Prosjekt: blir spegla begge vegar. Nye prosjekt i Busy blir oppretta i 24SevenOffice og "
        "får "
        "nummeret sitt derifrå.",
    .wins_erp = "Er det same endra på begge sider, vinn 24SevenOffice.",
    .wins_busy = "Er det same endra på begge sider, vinn Busy.",
    .wins_ask = "Er det same endra på begge sider, blir du spurd.",
    .work_types =
        "Arbeidstypar: blir henta frå 24SevenOffice, og blir oppretta og endra berre der.",
    .customers = "Kundar: blir henta frå 24SevenOffice og brukte til å gruppere prosjekt.",
    .persons = "Personar: blir henta frå 24SevenOffice, så brukarar kan koplast til kontakten sin.",
    .projects_off = "Prosjekt: ikkje kopla til.",
    .work_types_off = "Arbeidstypar: ikkje kopla til.",
    .customers_off = "Kundar: ikkje kopla til.",
    .is_paused = "No er speglinga sett på pause: Ingenting av dette skjer før pausen er over.",
    .is_disconnected =
        "No er arbeidsområdet kopla frå 24SevenOffice: Ingenting av dette skjer før det blir kopla "
        "til igjen.",
};

}  // namespace busy24::help::nn
