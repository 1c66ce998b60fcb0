// Words that invented Norwegian companies, persons and projects are made of.
#pragma once

#include <array>
#include <string_view>

namespace busy24::simulator::names {

inline constexpr std::array<std::string_view, 40> first{
    "Ingrid",   "Øyvind", "Åse",     "Kjetil", "Marit", "Sindre", "Solveig", "Håkon",
    "Astrid",   "Bjørn",  "Guro",    "Eirik",  "Liv",   "Jørgen", "Turid",   "Sverre",
    "Ragnhild", "Tor",    "Silje",   "Pål",    "Hanne", "Vegard", "Berit",   "Ståle",
    "Mari",     "Geir",   "Nina",    "Trygve", "Anne",  "Knut",   "Randi",   "Lars",
    "Ellen",    "Odd",    "Camilla", "Ivar",   "Gro",   "Morten", "Tonje",   "Arne"};
inline constexpr std::array<std::string_view, 40> last{
    "Solheim",  "Bråten",   "Østby",  "Haugland", "Myklebust", "Nygård", "Ødegård",  "Fjeld",
    "Kvamme",   "Rønning",  "Løkken", "Bakke",    "Sætre",     "Tveit",  "Aasen",    "Vik",
    "Moen",     "Hovland",  "Dale",   "Strømme",  "Lunde",     "Eide",   "Grønvold", "Hagen",
    "Skogstad", "Nordlie",  "Brekke", "Holm",     "Sunde",     "Tangen", "Espeland", "Råen",
    "Kleven",   "Furuseth", "Myhre",  "Røed",     "Ask",       "Bergum", "Ljosland", "Ytrehus"};
inline constexpr std::array<std::string_view, 20> company_start{
    "Fjellheim", "Havgløtt", "Bjørkelund", "Nordvik",  "Sørlia", "Kystnær", "Vardø",
    "Tindeland", "Elvebakk", "Grønnås",    "Skjærvik", "Åsgård", "Østfoss", "Lyngdal",
    "Myrvang",   "Steinset", "Furulia",    "Røstad",   "Hvitås", "Dalheim"};
inline constexpr std::array<std::string_view, 12> company_kind{
    "Eiendom", "Entreprenør", "Rørservice", "Trafo & Tavle", "Barnehage", "Sjømat",
    "Maskin",  "Helse",       "Arkitekter", "Transport",     "Data",      "Handel"};
inline constexpr std::array<std::string_view, 20> project_what{"Rehabilitering av",
                                                               "Nybygg",
                                                               "Våtrom i",
                                                               "Tak på",
                                                               "Garasje ved",
                                                               "Fasade",
                                                               "Grunnarbeid for",
                                                               "Serviceavtale",
                                                               "Prosjektering",
                                                               "Tilbygg til",
                                                               "Ombygging av",
                                                               "Brannsikring i",
                                                               "Heis i",
                                                               "Elektro i",
                                                               "Drenering ved",
                                                               "Innredning av",
                                                               "Befaring",
                                                               "Riving av",
                                                               "Vedlikehold av",
                                                               "Solceller på"};
inline constexpr std::array<std::string_view, 20> project_where{
    "Storgata 12",   "Fjordveien 4", "Åsen skole",    "Kvartal 7",        "Møllebakken",
    "Nedre torg",    "Havnelageret", "Skogly",        "Øvre Bakkegate 3", "Blokk B",
    "Rådhuset",      "Sykehjemmet",  "Vestre brygge", "Elvepromenaden",   "Tårnet",
    "Parkeringshus", "Lagerbygg 2",  "Hytte 14",      "Idrettshallen",    "Kirkegata 9"};
inline constexpr std::array<std::string_view, 25> work{"Montering",
                                                       "Prosjektledelse",
                                                       "Kjøretid",
                                                       "Befaring",
                                                       "Overtid 50 %",
                                                       "Overtid 100 %",
                                                       "Tegning & design",
                                                       "Riving",
                                                       "Snekkerarbeid",
                                                       "Betongarbeid",
                                                       "Intern tid",
                                                       "Kurs",
                                                       "Maskin, liten",
                                                       "Maskin, stor",
                                                       "Opprydding",
                                                       "Dokumentasjon",
                                                       "Elektro",
                                                       "Rørlegging",
                                                       "Maling",
                                                       "Taktekking",
                                                       "Byggeplassledelse",
                                                       "Reklamasjon",
                                                       "Møte",
                                                       "Anbud",
                                                       "Sveising"};

inline constexpr std::array<std::string_view, 5> company_end{" AS", " ANS", " AS avd. Åsen", " ASA",
                                                             " SA"};
inline constexpr std::array<std::string_view, 8> positions{
    "Tømrer",      "Anleggsleder", "Prosjektleder", "Lærling",
    "Maskinfører", "Ingeniør",     "Regnskap",      "Rørlegger"};
inline constexpr std::array<std::string_view, 3> departments{"Drift", "Prosjekt", "Økonomi & lønn"};
inline constexpr std::array<std::string_view, 4> titles{"Daglig leder", "Innkjøper", "Byggherre",
                                                        "Økonomiansvarlig"};
inline constexpr std::array<std::string_view, 10> streets{
    "Storgata",       "Fjordveien", "Åsveien",   "Møllebakken", "Kirkegata",
    "Øvre Bakkegate", "Havnegata",  "Skogstien", "Brattlia",    "Elvepromenaden"};

struct Place {
    std::string_view code;
    std::string_view area;
};
inline constexpr std::array<Place, 8> places{
    Place{"0151", "Oslo"},   Place{"5003", "Bergen"},  Place{"7010", "Trondheim"},
    Place{"9008", "Tromsø"}, Place{"6002", "Ålesund"}, Place{"4610", "Kristiansand"},
    Place{"8006", "Bodø"},   Place{"3111", "Tønsberg"}};

}  // namespace busy24::simulator::names
