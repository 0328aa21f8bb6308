# What is said in Teams alone
teams-sign = { $sign } { $meaning }
teams-yes = Kyllä: { $action }
teams-choose = Valitse
teams-required = Täytä tämä kohta.
teams-fallback = { $title }. Tämä Teams ei osaa näyttää korttia. Avaa viesti Teamsin uusimmassa versiossa tai selaimessa.
teams-moved = Korjattu teksti on pitkä, joten se on omana viestinään tämän yläpuolella.
teams-resend = Teksti on liian pitkä tähän. Lähetä se minulle viestinä, niin tarkistan sen kokonaan.
teams-cut-draft = { $count ->
    [one] Luonnoksen lopusta jäi näyttämättä yksi merkki. Koko luonnos on tarkistettu.
   *[other] Luonnoksen lopusta jäi näyttämättä { $count } merkkiä. Koko luonnos on tarkistettu.
  }
teams-cut-rows = { $count ->
    [one] Yksi rivi ei mahtunut tähän.
   *[other] { $count } riviä ei mahtunut tähän.
  }
teams-left-out = Vastaus on niin pitkä, että sen loppu ei mahtunut tähän. Tarkista luonnos osissa.
teams-answered = Vastaus on viestinä alempana.
teams-slow = Tämä kestää hetken. Vastaan viestinä.
teams-already = Tämä on jo tehty.
teams-private = Vastasin sinulle omassa keskustelussamme, koska vastaus on vain sinulle.
teams-broken = Jokin meni vikaan, eikä pyyntöäsi voitu käsitellä. Yritä hetken päästä uudelleen. Jos vika toistuu, kerro siitä Somehelpin ylläpitäjälle.
teams-health-credentials = Microsoft ei hyväksy botin tunnusta. Tarkista SOMEHELP_TEAMS_APP_ID, SOMEHELP_TEAMS_APP_PASSWORD ja SOMEHELP_TEAMS_TENANT; salaisuus on ehkä vanhentunut.
teams-health-down = Teamsin palveluun ei saada yhteyttä. Tarkista palvelimen verkkoyhteys ja välityspalvelin.
teams-missing-app = Teams: SOMEHELP_TEAMS_APP_ID puuttuu. Kokeiluun ilman sitä: SOMEHELP_TEAMS_WITHOUT_AUTH=true ja SOMEHELP_HOST=127.0.0.1.
teams-missing-secret = Teams: anna myös SOMEHELP_TEAMS_APP_PASSWORD ja SOMEHELP_TEAMS_TENANT.
teams-dialog = Tarkista luonnos
teams-name = Somehelp
teams-summary = Tarkista julkaisun luonnos ja kysy someohjeesta
teams-about = Lähetä Somehelpille julkaisun luonnos, niin näet, mitä siinä kannattaa korjata ennen julkaisemista: henkilötiedot, salassa pidettävä, epäselvä kieli, puuttuva lähettäjä. Kysy, kuka päättää tai auttaa, niin saat oman kuntasi ohjeen vastauksen ja yhteyshenkilön. Luonnosta ei tallenneta Somehelpiin.
teams-command-check = Tarkista luonnos
teams-command-check-about = Tarkistaa luonnoksen ennen julkaisemista
teams-command-help = ohje
teams-command-help-about = Mitä osaan ja mitä minusta tallennetaan
teams-command-form = lomake
teams-command-form-about = Tarkista luonnos lomakkeella: tili ja kanava
teams-command-accounts = tilit
teams-command-accounts-about = Omat some-tilisi ja niiden yhteyshenkilöt
teams-command-home = koti
teams-command-home-about = Yksikkösi, tilisi, poissaolosi ja kielesi
teams-command-crisis = kriisi
teams-command-crisis-about = Ilmoita kriisistä tai kohusta viestintään
