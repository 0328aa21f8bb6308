"""What must not slip out, said in many ways, and its harmless neighbours."""

from __future__ import annotations

import pytest

from rules.check import Checker
from rules.directory import Directory
from rules.load import BUILT_IN, read
from rules.model import Draft

CITY = Directory(city="koskiranta")
CHECKERS = [Checker(read(BUILT_IN / pack), CITY) for pack in ("confidential", "personal-data")]
TOLD = {"procurement", "unpublished", "secrecy_marking"}
POINTING = {"credential", "plate", "email_private", "phone_private", "street_address_private"}

TENDERS = """
Siltaurakan tarjouksista edullisin on Esimerkkisilta Oy, päätös tehdään ensi viikolla.
Linja-autokaluston toimittaja on käytännössä selvä, nimi julki kun sopimus on allekirjoitettu.
Laskimme pisteet: Malliserver 88,5 p ja Testipilvi 84 p, ei jaeta vielä.
Kilpailutuksessa kärkeen nousi Kuvitelma Catering, mutta hallitus päättää vasta kuun lopussa.
Kaksi tarjousta hylätään, koska alihankkijan todistukset puuttuvat.
Kahvilan pito menee Demokahvila Ky:lle, sopimusta ei ole vielä tehty.
Neuvotteluvaramme on 120 000 euroa, siitä ei puhuta toimittajille.
Ylärajamme kopiokoneille on 18 snt sivulta – tarjoajat eivät saa tietää.
Tarjoajista kolme karsiutui jo soveltuvuusvaiheessa.
Ykköseksi arvioinnissa nousi Testiarkkitehdit, voiko heitä jo haastatella?
Suorahankinta Mallidata Oy:ltä 38 900 €, hankintapäätös tekemättä.
Kattoremontin voittaa näillä näkymin Peltimalli Oy, tieto varmistuu maanantaina.
Tarjouspyyntö julkaistaan vasta huhtikuussa, arvioitu arvo 3,2 milj. – pysyköön talossa.
Malliverkko Oy tinki loppukierroksella vielä kymmenen prosenttia.
Hinnat ovat auki: Kuvitteellinen Oy 212 000, Esimerkki Ky 198 500, vertailu kesken.
Toimittaja pyysi, ettei sen yksikköhintoja näytetä – ne näkyvät diassa 6.
Lastenvaunuvuokrauksen palveluntuottajaksi valikoitumassa Esimerkkivuokra, allekirjoitus puuttuu.
Broanbudens priser: Modellbro 2,1 mn, Testbetong 2,3 mn, nämnden avgör i maj.
Leverantören är i praktiken klar, namnet blir offentligt när avtalet är undertecknat.
Två anbud förkastas eftersom intygen saknas.
Vårt tak är 18 cent per sida och det får leverantörerna inte veta.
Matupphandlingen vinns troligen av Exempelmat Ab, inget är påskrivet.
Poängen blev Modellserver 88,5 och Testmoln 84, jämförelsen är inte offentlig.
Direktköp av Exempeldata Ab för 38 900 €, beslutet är inte fattat.
Exempelnät Ab sänkte priset med tio procent i sista förhandlingsrundan.
The bridge goes to Sample Bridges Ltd, the contract is unsigned.
We can pay at most 18 cents a page and suppliers must not find out.
Two bids are out because their certificates are missing.
Scores: Sample Servers 88.5, Test Cloud 84, the evaluation is not finished.
Sample Net took ten per cent off in the last round of negotiations.
Direct purchase from Sample Data Oy, 38,900 euros, decision not made yet.
The cafe operator is as good as chosen: Demo Cafe, announcement after signing.
Tarjous nro 3 on selvästi yli budjetin, se tullaan hylkäämään.
Vertailussa paras on Testiarkkitehdit, ei kuitenkaan vielä kerrota heille.
Kopiointipalvelun tarjoajat: Mallikopio, Testipaino ja Demoprint. Lista ei ole julkinen.
Työterveyden kilpailutus: nykyinen toimittaja putoaa pois laatupisteillä.
Lumitöiden tuntihinta on Malliaura Oy:llä 68 €, kilpailijalla 74 €. Sopimus vielä auki.
Neuvottelut Exempelhus Ab:n kanssa ovat kesken, kauppahinta 1,2 M€ ei ole julkinen.
Tuleva sivistysjohtaja on Mallikas, mutta julkistus on vasta perjantaina.
Kahdeksan ihmistä irtisanotaan, tieto tulee julki maanantaina.
Tässä esityslistan luonnos etukäteen, älkää jakako.
Hallitus linjasi iltakoulussa: kolme koulua lakkautetaan. Paperit julkaistaan vasta viikon päästä.
Anbuden på snöröjning: Modellplog är billigast, men beslutet kommer i juni.
Anbudet från Testbygg kommer att förkastas.
Vi förhandlar ännu med Exempelkök Ab om priset, 6,20 per portion.
Åtta personer sägs upp, det blir offentligt på måndag.
Här är utkastet till föredragningslista i förväg, dela inte.
Blivande bildningsdirektören är Modell, men det offentliggörs först på fredag.
We had five bids between 180,000 and 240,000; the cheapest has no references.
The current supplier will lose the catering tender on quality points.
Eight people will be made redundant, it becomes public on Monday.
Here is the draft agenda in advance, please don't pass it on.
The next education director is Sample, to be announced on Friday.
Still negotiating the price with Sample Foods Ltd, 6.20 a meal.
"""

UNPUBLISHED = """
Sivistysjohtaja jättää tehtävänsä, henkilökunta saa kuulla siitä keskiviikkona.
Uusi henkilöstöpäällikkö on jo valittu, nimi kerrotaan tiistaina kello 12.
Esityslista lähtee perjantaina, siinä esitetään kahden kyläkoulun lopettamista – ei vielä eteenpäin.
Budjettiraami: kulttuurilta pois 300 000, raamia ei ole käsitelty missään.
Hallintopäälliköksi ehdotetaan Niina Raitasta, lautakunta valitsee vasta 3.2.
Tiedote lähtee klo 14, sitä ennen ei sanaakaan.
Työversio 0.2 vain johtoryhmälle: palveluverkko supistuu kolmella pisteellä.
Muutosneuvottelut alkavat 3.3., luottamusmiehet kuulevat vasta edellisenä päivänä.
Tehdashanke on vielä hys-hys, yritys haluaa kertoa itse.
Julkaistavissa aikaisintaan to klo 9: uusi liikuntahalli.
Konserniyhtiön myynnistä neuvotellaan parhaillaan, ostajan nimeä ei saa vuotaa.
Direktören slutar, personalen får höra det på onsdag.
Ny personalchef är redan vald, namnet släpps på tisdag.
Får publiceras tidigast torsdag kl. 9: den nya idrottshallen.
Inte ett ord före kl. 14 när pressmeddelandet går ut.
Arbetsversion 0.2 bara för ledningsgruppen: tre servicepunkter försvinner.
The culture director is leaving, employees find out on Wednesday.
A new HR manager has already been chosen, name out on Tuesday.
Publish no earlier than Thursday 9 am: the new sports hall.
Not a word before 2 pm when the press release goes out.
Working version 0.2 for the management team only: three service points go.
"""

CREDENTIALS = """
Tapahtumatilan verkko ESITYS-VIERAS / Mustikka!42puuro
x-tilin ss Sampyla-kevat-19
hootsuiten tunnarit: some@koskiranta.example ja salis Puolukka-some-31
Hälytys kuitataan 48213 ja risuaita.
Varaston murtohälytin pois 7734, muuten soi.
Neuvotteluhuoneen näytön salasana on tulppaani
Palautuskoodit: 4821-9937 ja 5510-2284
Nätverk SCEN-PERSONAL / Blåbär!42gröt, lappen syns i bild
Larmet stängs av med 48213 och fyrkant.
canva-inlogg: info@koskiranta.example och lösen Sommar-some-31
Lösenordet till skärmen är tulpan
Network STAGE-CREW / Blueberry!42soup is on the wall
The alarm resets with 48213 and Enter.
canva login: info@koskiranta.example and pw Summer-some-31
The screen's password is tulip
Ovikoodi pääoveen 4471, älkää laittako kuviin
Kirjaudu kokousnäyttöön: kayttaja aula, salasana Syksy2025
Wifin avain: kukkakaali-77-lumi
Hälytysjärjestelmän PIN on 9921
Zoom-linkki ja passcode 443 210
Larmkod 4471 till biblioteket
Admin login: webmaster / Winter2025!
"""

POINTERS = """
plate|kommenteissa joku huutelee että ”se hullu” LKT-582 on taas liikkeellä
plate|Blurraa rekkari: VKN-77
plate|Kuvassa näkyy CBA-123 koulun pihassa, omistaja suuttui
email_private|voittajan osoite on marjapuuro ÄT example piste org
email_private|svara åt lingon.greta ÄT example punkt org, hon vill vara anonym
email_private|write to berry.nan AT example DOT org, she wants no publicity
street_address_private|Palautteesta: ”Aura rikkoi aidan. T. Kauko Testinen, Metsäkulmantie 88”
street_address_private|Kopia: ”Lådan gick sönder. Mvh Bo Testgren, Skogsbackavägen 31”
street_address_private|She lives on Rantakatu 7, the yellow house.
street_address_private|Han bor på Mäntykuja 9 och vill inte synas.
phone_private|kuvan mies soitti, numero nolla viisi nolla, nolla nolla nolla, yksi kaksi kolme neljä
"""

HARMLESS = """
Siltaurakan voitti Esimerkkisilta Oy, hinta 1,9 miljoonaa euroa.
Hallitus päätti hankkia bussit Mallibussi Oy:ltä (§ 45).
Kunta kilpailuttaa lumityöt. Tarjoukset viimeistään 15.8. klo 12.
Markkinavuoropuhelu on avoin kaikille toimittajille 4.9.
Kahvilassa tarjous: keitto ja leipä 7 €!
Syystarjous: kuntosalin kausikortti 59 euroa.
Kokin paras tarjous oli kuulemma hymy.
Pallo-Veikot johtaa lohkoa kuudella pisteellä.
Visassa halvin vastaus toi eniten pisteitä.
Hankintaopas auttaa pieniä yrityksiä vertaamaan tarjouksia.
Koulukyydit kilpailutetaan joka neljäs vuosi.
Hankintapäätös on julkaistu, pöytäkirja löytyy verkosta.
Uimahallin remontti maksoi 4,1 miljoonaa euroa.
Ehdota leikkipuiston nimeä! Voittaja valitaan äänestyksellä.
Urakoitsija aloittaa työt Kauppakadulla maanantaina.
Vertailimme kirjaston lainatuimpia kirjoja: ykkönen on dekkari.
Valtuusto käsittelee talousarviota 17.11. Katso kokous suorana.
Lautakunta päättää koulun aloitusajoista torstaina, esityslista on verkossa.
Kaavaluonnos on nähtävillä 30.4. saakka, kerro mielipiteesi.
Uusi kirjastonjohtaja aloitti tänään, tervetuloa Anna!
Valtuusto valitsi kaupunginjohtajaksi Mika Mallikkaan.
Muutosneuvottelut ovat päättyneet, tiedote on luettavissa verkossa.
Uimahalli suljetaan kesäksi 1.6.–31.7. huollon vuoksi.
Terveysasema muuttaa uusiin tiloihin elokuussa.
Esityslistat julkaistaan perjantaisin.
Haku kesätöihin alkaa helmikuussa.
Luonnos kuvatekstiksi: tervetuloa avajaisiin!
Joulukalenterin luukku aukeaa vasta huomenna.
Kesäkonsertin esiintyjät julkistetaan perjantaina.
Salasana unohtui? Vaihda se asiointipalvelussa.
Unohditko PIN-koodin? Käy kirjaston tiskillä.
Vahva salasana on pitkä ja ainutkertainen.
Uuden verkon nimi on Vieras, salasanan saat neuvonnasta.
Oppitunnin teemana salasana ja sen suojaaminen.
Päivystysapu 116 117 auttaa vuorokauden ympäri.
Verenluovutus: lisätietoja SPR:n paikallisosastolta, p. 040 000 1122.
Palvelutori: Keskuskatu 10, avoinna arkisin.
Takaisinveto: pyörä malli KRT-300, erä 0425-7781-22.
Neuvontaan vastaa kalatalousneuvoja Pirjo Testi, p. 040 000 3344.
Lähijuna IC-42 ei pysähdy asemalla lauantaina.
Bron byggs av Exempelbro Ab, nämnden godkände anbudet i går.
Anbud på snöröjning tas emot till den 15 augusti.
Höstens erbjudande: gymkort för 59 euro.
IFK leder serien med sex poäng.
Marknadsdialogen är öppen för alla leverantörer.
Fullmäktige behandlar budgeten den 17 november, följ mötet på webben.
Planutkastet är framlagt till den 30 april.
Simhallen stängs för service i juni.
Föredragningslistorna publiceras på fredagar.
Glömt lösenordet? Byt det i e-tjänsten.
Ett starkt lösenord är långt och unikt.
Frågor besvaras av ledande avbytare Britt Test, tfn 040 000 5511.
Jouren svarar dygnet runt på 116 117.
Biblioteket finns på Storgatan 10 och är öppet vardagar.
Konsertens artister avslöjas på fredag.
Sample Bridges Ltd won the bridge contract for 1.9 million euros.
Bids for snow clearing are due by 15 August at noon.
Special offer: gym card for 59 euros.
The Wolves lead the league by six points.
The market dialogue is open to all suppliers.
The council discusses the budget on 17 November, watch online.
The draft zoning plan is on display until 30 April.
The pool closes for maintenance in June.
Agendas are published on Fridays.
Forgot your password? Change it in the e-service.
A strong password is long and unique.
Ask chief ranger Pia Test, tel. 040 000 3344.
The helpdesk answers at 040 000 1212 on weekdays.
The library is at 10 Main Street and open daily.
The festival line-up is revealed on Friday.
Ny parkering med 250 platser för bilar.
Asuntomessuilla kävi yli 120 omistajaa, alueella ajaa bussi 12.
Yhdistys sai 120 uutta omistajaa.
Bussen kör var 120 minut.
I kommentarerna fick vi 123 svar.
Lue lisää kommenteista: KH-123 käsittelee asiaa.
Linja 12 ajaa maanantaina poikkeusreittiä, A-12 pysäkki poissa.
Hallitus päättää vasta maanantaina, kuka hoitaa auraukset. Urakan kesto on kolme vuotta.
Kilpailutus on käynnissä. Sopimus allekirjoitetaan kesällä, ja uusi toimittaja aloittaa syksyllä.
Uuden koulun rakentaa Malli Oy. Töitä ei ole vielä aloitettu.
Kirjastoauton uusi reitti ei ole vielä selvä, nimi valitaan äänestyksellä.
Henkilöstö kokoontuu torstaina, siksi kirjasto suljetaan klo 14.
Koulu suljetaan kesäksi, vanhemmille kerrotaan syksyn aikatauluista ennen lomaa.
Luottamusmies kertoo: yt-neuvottelut päättyivät perjantaina.
Personalen informeras om branden i dag, skolan är stängd tills på måndag.
Staff training on Thursday: the library closes at 2 pm.
The council confirms the new director only in March. Applications close on Friday.
Kunta hakee uutta rehtoria. Valinta tehdään vasta maaliskuussa, hakuaika päättyy perjantaina.
Kaupunginjohtajaksi esitetään Mallia, valtuusto valitsee 3.2. – esityslista on julkinen.
Vad kostar en simhall? Budgeten behandlas först i november.
Tarjous voimassa viikon: kaikki pyörät -20 %.
Neljä yritystä jätti tarjouksen ruokapalveluista. Päätös tehdään joulukuussa.
Arkkitehtikilpailussa kärkeen nousi ehdotus Lehmus.
Vår skola vinner pris! Ab Sponsor bjuder på glass, inget avtal behövs.
The winner of the recipe contest gets a prize from Sample Ltd. Not signed up yet? Join now!
Supplier evening on Tuesday: we tell how tenders are evaluated.
Kesätyöpaikat: vain esihenkilöt ilmoittavat valinnoista.
Vain johtajistoon kuuluvat? Ei, kaikille avoin!
Ilmoittaudu aikaisintaan maanantaina. Ulos retkelle lähdetään aikaisintaan klo 9.
Posten: publicera era bilder tidigast på fredag när utställningen öppnar
Insta / TikTok / Facebook: seuraa @koskiranta2026/kesa!
Verkko-opas: koskiranta.fi/wifi/ohje2026
Näytön salasana on vaihtunut.
Taulun salasana on neuvonnassa.
Kameran akku on tyhjä, salasana on unohtunut.
Salasana on hyvä vaihtaa.
Järjestelmän salasana on aina henkilökohtainen.
Lösenordet till appen är personligt.
The wifi password is available at the desk.
The network password is free, ask us.
Wifi-salasana löytyy seinältä. Verkon salasana on maksuton
Hälytysääni testataan: koesoitto 1.12. kuitataan numerossa 116117.
Lasku kuitataan viitteellä 1234 5678.
Palautteeseen vastaa Kaisa Malli. Terv. Kirjaston väki, Torikatu 5
Best regards from the library, Torikatu 5!
Säätiön omistaja on yhdistys. Lisätietoja: Y-tunnus 1234567-8.
Bilen ska vara parkerad på plats och 100 kronor betalas.
"""


def categories(text: str) -> set[str]:
    return {
        finding.category
        for checker in CHECKERS
        for finding in checker.check(Draft(text)).findings
        if finding.severity != "suggestion"
    }


def lines(table: str) -> list[str]:
    return table.strip().splitlines()


@pytest.mark.parametrize("text", lines(TENDERS) + lines(UNPUBLISHED))
def test_what_is_not_public_yet_is_noticed(text: str) -> None:
    """An open tender or an unfinished matter is noticed in words nobody listed in advance."""
    assert categories(text) & TOLD


@pytest.mark.parametrize("text", lines(CREDENTIALS))
def test_what_opens_something_is_noticed(text: str) -> None:
    """A shared account, a network's password or an alarm code is noticed."""
    assert "credential" in categories(text)


@pytest.mark.parametrize("line", lines(POINTERS))
def test_what_points_at_a_person_is_noticed(line: str) -> None:
    """Plates, spelled-out addresses and signatures of senders are noticed."""
    category, _, text = line.partition("|")
    assert category in categories(text)


@pytest.mark.parametrize("text", lines(HARMLESS))
def test_everyday_posts_raise_no_alarm(text: str) -> None:
    """Published decisions, sales offers, sports tables and service numbers stay quiet."""
    assert not categories(text) & (TOLD | POINTING)
