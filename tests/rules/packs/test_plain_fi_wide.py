"""Finnish officialese in posts on every municipal subject, and plain posts that look like it."""

from __future__ import annotations

import pytest

from rules.check import Checker
from rules.cities import example_city
from rules.layers import BUILT_IN
from rules.load import read
from rules.model import Draft

FOUND = [
    # Abbreviations
    ("Saat tiedot KVTES:n muutoksista palkkatoimistosta.", "KVTES:n"),
    ("Kysy TEAn paikoista koulun kansliasta.", "TEAn"),
    ("VAKA:n hakuaika päättyy perjantaina.", "VAKA:n"),
    ("Lapsen POP-aika varataan neuvolasta.", "POP-aika"),
    ("Luvan myöntää Pohjanmaan ELY.", "ELY"),
    ("LAPE-ryhmä kokoontuu tiistaina.", "LAPE-ryhmä"),
    ("Hakemukseen liitetään OAS ja kartta.", "OAS"),
    ("Tuo hakemuksen mukana k.o. todistus.", "k.o."),
    ("Ilmoita muutoksesta p:lle ennen lomaa.", "p:lle"),
    ("Illan hinta on 12 €/hlö.", "hlö"),
    ("Maksu sis. välipalan ja vakuutuksen.", "sis."),
    ("Retkelle otetaan väh. kymmenen lasta.", "väh."),
    ("Tarv. autamme lomakkeen kanssa.", "Tarv."),
    ("Rahaa saavat seurat, järjestöt jne.", "jne."),
    ("Puhetta johtaa v.a. kunnanjohtaja.", "v.a."),
    ("Yllä mainitut tiedot koskevat seur. lautakuntaa.", "seur."),
    ("Hinta ilm. kassalla.", "ilm."),
    # Words that carry an action as a noun
    ("Lajittelun laiminlyönti nostaa maksua.", "Lajittelun laiminlyönti"),
    ("Ilmoittautumisen laiminlyönnistä perimme kymmenen euroa.", "laiminlyönnistä"),
    ("Varatun ajan noutamatta jättäminen maksaa.", "noutamatta jättäminen"),
    ("Avustuksen hakeminen edellyttää seuran rekisteröintiä.", "edellyttää"),
    ("Uimakoulun peruminen on tehtävä viikkoa ennen.", "peruminen on tehtävä"),
    ("Jäteastian tyhjentäminen estyy lumen vuoksi.", "tyhjentäminen estyy"),
    ("Laskujen maksamisessa on ollut ongelmia.", "maksamisessa"),
    ("Lupien myöntäminen siirtyy lautakunnalta toimistolle.", "myöntäminen siirtyy"),
    ("Venepaikkojen vuokraaminen aloitetaan huhtikuussa.", "vuokraaminen aloitetaan"),
    ("Aidan rakentamisesta on tehtävä ilmoitus.", "tehtävä"),
    ("Hiekan poistaminen kaduilta on käynnissä.", "poistaminen kaduilta on käynnissä"),
    ("Tilojen luovuttaminen kokouskäyttöön lopetetaan.", "luovuttaminen"),
    # Phrases of a verb with a noun
    ("Lautakunta teki aloitteen hylkäämistä koskevan päätöksen.", "koskevan"),
    ("Huoltaja antaa vakuutuksen tulojen oikeellisuudesta.", "antaa vakuutuksen"),
    ("Voit esittää näkemyksesi puiston nimestä.", "esittää näkemyksesi"),
    ("Seura laati suunnitelman leiristä.", "laati suunnitelman"),
    ("Toteutamme kyselyn vanhemmille.", "Toteutamme kyselyn"),
    ("Teemme päivityksiä varausjärjestelmään.", "Teemme päivityksiä"),
    ("Pelastuslaitos suorittaa tarkastuksia kouluilla.", "suorittaa tarkastuksia"),
    ("Kaupunki on käynnistänyt selvityksen uimahallista.", "käynnistänyt selvityksen"),
    ("Sinun on mahdollista saada tukea vuokraan.", "on mahdollista saada"),
    ("Asukkailla on velvollisuus hiekoittaa jalkakäytävä.", "velvollisuus"),
    # Phrases with long postpositions
    ("Uuden aikataulun mukaisesti bussi lähtee seitsemältä.", "mukaisesti"),
    ("Lumen suhteen tilanne on hyvä.", "suhteen"),
    ("Ota yhteyttä kouluun ruokavalioon liittyvissä asioissa.", "liittyvissä"),
    ("Veden laatuun liittyen otamme näytteitä.", "liittyen"),
    ("Kaikkien neljän koulun osalta haku on auki.", "osalta"),
    ("Lain edellyttämä kuulutus on verkossa.", "edellyttämä"),
    ("Käyttöön otettavien laitteiden lukumäärä on kuusi.", "lukumäärä"),
    ("Juhannuksesta johtuen kirjasto sulkeutuu kahdelta.", "johtuen"),
    ("Valinta tehdään esitettyjen papereiden pohjalta.", "pohjalta"),
    ("Saat tukea muun muassa vuokran maksamista varten.", "maksamista varten"),
    ("Toimisto palvelee poikkeavasti ajalla 1.7.–31.7.", "ajalla"),
    ("Vaalien toimittamista varten koulu suljetaan.", "toimittamista varten"),
    ("Leirille pääsee, siltä osin kuin paikkoja riittää.", "siltä osin kuin"),
    ("Muutos on voimassa toistaiseksi.", "voimassa toistaiseksi"),
    ("Tehtävä on toistaiseksi voimassa oleva.", "voimassa oleva"),
    ("Aukioloaikoja on muutettu siten, että ovet sulkeutuvat kahdeksalta.", "siten, että"),
    ("Paloasema on yleisön käytettävissä lauantaina.", "käytettävissä"),
    ("Ohjelma on saatavilla olevissa esitteissä.", "saatavilla olevissa"),
    ("Lasten määrä huomioon ottaen varaamme kaksi bussia.", "huomioon ottaen"),
    ("Pyrimme vastaamaan viestiin päivässä.", "Pyrimme vastaamaan"),
    ("Uusi rata mahdollistaa hiihdon jo marraskuussa.", "mahdollistaa"),
    ("Suljettu silta aiheuttaa muutoksia reitteihin.", "aiheuttaa muutoksia"),
    ("Kesätyöhön hakijan on täytettävä 15 vuotta hakuvuoden aikana.", "on täytettävä"),
    ("Hakemusta ei oteta käsittelyyn ilman liitteitä.", "oteta käsittelyyn"),
    ("Kunta vastaa siitä, että leikkikenttä on turvassa.", "vastaa siitä, että"),
    ("Ruokala on suljettuna remontin aikana.", "suljettuna"),
    # Words
    ("Veneiden talvisäilytys on omistajan velvollisuus.", "velvollisuus"),
    ("Hakemuksen liitteeksi vaaditaan virkatodistus.", "vaaditaan"),
    ("Kunta suorittaa kalastusluvan lunastaneille arvonnan.", "suorittaa"),
    ("Rakennuttaja vastaa hankkeen kustannuksista.", "kustannuksista"),
    ("Kausikorttien myynnin ajankohdat ovat tässä.", "ajankohdat"),
    ("Vedenkäyttöä koskevat rajoitukset päättyvät.", "koskevat"),
    # Passives
    ("Leirin paikkoja on päätetty lisätä.", "on päätetty"),
    ("Alueella liikkujia pyydetään huomioimaan työkoneet.", "pyydetään huomioimaan"),
    ("Väärin pysäköidyt ajoneuvot siirretään omistajan kustannuksella.", "siirretään"),
    ("Avain palautetaan postilaatikkoon.", "palautetaan"),
    ("Hakijalta edellytetään ruotsin taitoa.", "edellytetään"),
    ("Roska-astia vedetään tien varteen edellisenä iltana.", "vedetään"),
    ("Kengät jätetään eteiseen.", "jätetään"),
    ("Kirjastokortti esitetään lainatessa.", "esitetään"),
    ("Taksoja on korotettu viidellä prosentilla.", "on korotettu"),
]

SILENT = [
    "KHL-ottelu näkyy kahvilan TV:stä.",
    "Kela ja THL kertovat lisää.",
    "SPR:n kerho on torstaina.",
    "HSL:n bussit ajavat sunnuntain aikoja.",
    "YLE:n lähetys alkaa kello 18.",
    "EU:n lippu liehuu torilla.",
    "WC on portaiden alla.",
    "TPS voitti VPS:n lauantaina.",
    "DJ soittaa nuorisotilalla perjantaina.",
    "Lataa kartta PDF-muodossa.",
    "USA:n lippu löytyi ullakolta.",
    "CD-levyjä saa ottaa mukaansa.",
    "GPS hukkui lumeen.",
    "Uusi UFO-näyttely kiinnostaa lapsia. Myös LEGO-paja on auki.",
    "Tarjolla on kahvia ja pullaa. Tervetuloa!",
    "Kirjasto on avoinna joka päivä klo 10–18.",
    "Korjaamme AA-kerhon katon.",
    "HUOM! Kirjasto on kiinni.",
    "Eläkkeensaajat EKL ry tanssii torilla.",
    "Kirja maksaa 5 e.",
    "Kello 12 on ruoka.",
    "Ravintola tarjoaa keittoa ja leipää.",
    "Äiti antoi lapselle vakuutuksen rakkaudestaan.",
    "Tule tekemään lumiukko koulun pihalle!",
    "Kuka ottaa kopin kesän ensimmäisessä ottelussa?",
    "Bussi ottaa kyytiin kaikki halukkaat.",
    "Otamme vastaan uudet koululaiset elokuussa.",
    "Pyry antoi tilaa auringolle.",
    "Kuoro esittää joululauluja kirkossa.",
    "Teatteri esittää Seitsemän veljestä.",
    "Esitämme elokuvan ulkona.",
    "Laulaminen on hauskaa yhdessä.",
    "Lukeminen kannattaa aina.",
    "Uiminen on paras harrastus.",
    "Hiihtäminen sujuu, kun latu on hyvä.",
    "Kilpailu alkaa kello 10.",
    "Juoksu lähtee torilta.",
    "Tanssi jatkuu puoleen yöhön.",
    "Näyttely on auki sunnuntaihin.",
    "Kävely kestää tunnin.",
    "Myynti alkaa lauantaina kello 9.",
    "Ilta päättyy yhteislauluun.",
    "Meillä tanssitaan, lauletaan ja syödään hyvin.",
    "Vappuna lakitetaan patsas.",
    "Torilla myydään mansikoita.",
    "Puisto avataan lauantaina.",
    "Kaupungissa juhlitaan koko viikko.",
    "Uusi koulu rakennetaan puusta.",
    "Kadulle istutetaan lehmuksia.",
    "Kirkossa rukoillaan rauhan puolesta.",
    "Ottelu pelataan Areenalla.",
    "Silta maalattiin siniseksi.",
    "Tie on auki taas.",
    "Lapset pitävät melusta.",
    "Pidämme sinusta.",
    "Kissa on ollut kateissa maanantaista.",
    "Pidä hauskaa pihajuhlassa!",
    "Sade loppui, ja aurinko paistaa.",
    "Talven jälkeen on kevät.",
    "Talo paloi yöllä, kukaan ei loukkaantunut.",
    "Pidä huolta naapurista.",
    "Me aurasimme kadut aamulla.",
    "Veden voi juoda taas keittämättä.",
    "Ota mukaan eväät ja hyvä mieli.",
    "Voit perua ajan netissä.",
    "Olet oikeassa: latu pitää kunnostaa.",
    "Tuo avain huomenna kouluun.",
    "Kevään tultua pääskyt palaavat.",
    "Mitä kuuluu? Kerro meille!",
    "Valtuusto päätti asiasta eilen.",
    "Rehtori avaa koulun kello 8.",
]


@pytest.fixture(scope="module")
def checker() -> Checker:
    """Compile the layer alone."""
    return Checker(read(BUILT_IN / "plain-fi"), example_city("paimio"))


@pytest.mark.parametrize(("text", "piece"), FOUND)
def test_officialese_is_found(checker: Checker, text: str, piece: str) -> None:
    """What a plain-language reader would mend is marked, whatever the subject of the post."""
    start = text.index(piece)
    found = checker.check(Draft(text, lang="fi")).findings
    assert any(f.start < start + len(piece) and start < f.end for f in found)


@pytest.mark.parametrize("text", SILENT)
def test_plain_posts_are_left_alone(checker: Checker, text: str) -> None:
    """Plain words, well-known abbreviations and the passive of news are no officialese."""
    assert checker.check(Draft(text, lang="fi")).findings == ()
